// What is said around visits, hospitality and gifts: why something cannot be done, and what was done.
import type { Text } from './text.ts'

export const visitMessages: Record<string, Text> = {
  'visit.noneThatDay': { zh: '{date} 没有{who}的拜访记录，请先登记拜访', en: '{who} has no visits on {date}; record a visit first' },
  'visit.dailyMade': { zh: '已收入 {count} 次拜访', en: 'Visits put into the report: {count}' },
  'visit.dailyUpToDate': { zh: '当天的拜访都已在日报里', en: 'All visits of the day are in the report already' },
  'visit.saveFirst': { zh: '请先保存，再进行这个操作', en: 'Save first, then do this' },
  'visit.noFigures': { zh: '这个客户还没有可以计算的订单', en: 'This customer has no orders to reckon with yet' },
  'visit.figuresDone': { zh: '已填入：{fields}', en: 'Filled in: {fields}' },
  'visit.clash': { zh: '与 {time} {customer} 冲突', en: 'Clashes with {customer} at {time}' },
  'visit.clashHidden': { zh: '与 {time} 的另一预定冲突', en: 'Clashes with another appointment at {time}' },
  'visit.credit': { zh: '{level}（{reasons}）', en: '{level} ({reasons})' },
  'visit.credit.4': { zh: '优', en: 'Excellent' },
  'visit.credit.3': { zh: '良', en: 'Good' },
  'visit.credit.2': { zh: '中', en: 'Fair' },
  'visit.credit.1': { zh: '差', en: 'Poor' },
  'visit.credit.manner': { zh: '付款{manner}', en: 'paying: {manner}' },
  'visit.credit.owes': { zh: '应收 {amount} 元，占额度 {share}%', en: 'owes {amount}, {share}% of the limit' },
  'visit.credit.noLimit': { zh: '应收 {amount} 元', en: 'owes {amount}' },
  'hospitality.reported': { zh: '这份申请已经有报告，已为您打开', en: 'This application has its report already; here it is' },
  'hospitality.reportedUnseen': { zh: '这份申请已经有报告', en: 'This application has its report already' },
  'hospitality.reportMade': { zh: '报告已由申请生成，预算作为支出的初值，请改为实际支出', en: 'The report was made from the application; the budget stands for the expenses until you write what was spent' },
  'gift.noLines': { zh: '申请里还没有礼品', en: 'No gifts are asked for yet' },
  'gift.handedOut': { zh: '{code} 的礼品已于 {date} 发放，不能再次发放', en: 'The gifts of {code} were handed out on {date} already' },
  'gift.short': { zh: '“{gift}”库存 {stock}，申请 {wanted}，库存不足', en: 'There are {stock} of “{gift}” in stock, {wanted} are asked for' },
  'gift.shortList': { zh: '库存不足，未发放：{list}', en: 'Not handed out, the stock is short: {list}' },
  'gift.done': { zh: '已发放 {count} 件礼品，库存已减少', en: 'Handed out: {count}; the stock went down' },
}
