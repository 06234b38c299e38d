// What is said of a question that cannot be asked, and of a schema or catalog that does not fit.
import type { Text } from './text.ts'

export const queryMessages: Record<string, Text> = {
  'query.invalid': { zh: '查询的写法不正确（{at}）', en: 'The query is not right ({at})' },
  'filter.op': { zh: '这个字段不能用“{op}”来筛选', en: 'This field cannot be filtered with “{op}”' },
  'filter.value': { zh: '筛选条件的值不适合这个字段', en: 'The value of the filter does not fit the field' },
  'filter.tooDeep': { zh: '筛选条件的层次太多', en: 'The filter is nested too deeply' },
  'cursor.invalid': { zh: '列表的排序已改变，请从头开始', en: 'The list is sorted in another way by now: begin again' },
  'catalog.invalid': { zh: '对象和字段的设置有问题：{problems}', en: 'Objects and fields are not set up right: {problems}' },
  'schema.newer': { zh: '数据库已由更新的版本升级（{name}），请使用新版本的程序', en: 'A newer release has upgraded the database ({name}): use that release' },
}
