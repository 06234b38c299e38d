// What is said about countermeasures, evaluations and price applications.
import type { Text } from './text.ts'

export const serviceMessages: Record<string, Text> = {
  'measure.added': { zh: '新增 {count} 家', en: '{count} added' },
  'measure.more': { zh: '新增 {count} 家，另有 {more} 家符合条件，可再次点击继续加入', en: '{count} added; {more} more fit: click again to add them' },
  'measure.none': { zh: '没有新的客户需要列入', en: 'There are no further customers to add' },
  'evaluation.needRecord': { zh: '请先填写客户名称并保存，再使用此功能', en: 'Name the customer and save first' },
  'evaluation.hasItems': { zh: '已有评估指标，未作改动', en: 'There are indicators already; nothing was changed' },
  'evaluation.filled': { zh: '已填入 {count} 项常用指标', en: '{count} usual indicators filled in' },
  'evaluation.levels': { zh: '已评定 {count} 项等级', en: '{count} levels given' },
  'evaluation.advice': { zh: '按加权得分 {total} 分（标准分 {standard}），建议：{result}', en: 'By its weighted score of {total} (standard {standard}): {result}' },
  'price.own': { zh: '不能批示自己提出的申请，请由其他经理批示', en: 'Nobody decides on his own application: let another manager decide' },
  'price.final': { zh: '已同意并列入优惠客户表，不能更改批示；如需停用，请在优惠客户表中填写截止日期', en: 'It is approved and stands among the preferences; to end it, give it an end date there' },
  'price.decided': { zh: '已批示的申请不能修改，请另提申请', en: 'The application has been decided on; make a new one' },
}
