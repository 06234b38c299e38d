// What the computed forms say below the page and beside figures: rules, periods, what is left out.
import type { Text } from './text.ts'

export const analysisMessages: Record<string, Text> = {
  'analysis.noSales': { zh: '{period}没有销售数据。', en: 'There are no sales in {period}.' },
  'analysis.noCustomers': { zh: '没有您可以查看的客户。', en: 'There are no customers that you may see.' },
  'analysis.year': { zh: '{year}年', en: '{year}' },
  'analysis.months': { zh: '{year}年{from}-{to}月', en: '{from}-{to}/{year}' },
  'analysis.month': { zh: '{year}年{from}月', en: '{from}/{year}' },
  'analysis.unknown': { zh: '未填', en: 'Not filled in' },
  'analysis.other': { zh: '其他', en: 'Others' },
  'analysis.total': { zh: '合计', en: 'Total' },
  'analysis.yuan': { zh: '{amount}元', en: '{amount} yuan' },
  'analysis.more': { zh: '{label}：另有{count}家未列出。', en: '{label}: {count} more are not listed.' },
  'trend.fall': { zh: '销售额同比下降{percent}%', en: 'sales down {percent}% on last year' },
  'trend.stopped': { zh: '去年同期有销售，今年没有', en: 'bought last year, not this year' },
  'trend.credit': { zh: '应收超信用额度{amount}元', en: 'receivable {amount} yuan over the credit limit' },
  'trend.complaints': { zh: '未结投诉{count}件', en: '{count} open complaints' },
  'trend.join': { zh: '；', en: '; ' },
}
