// The same pages asked for over HTTP, with sign-in, parsing and the answer's text.
import type { Topic } from './kit.ts'
import { COLUMNS, pageSql } from './shape.ts'

export const http: Topic = async ({ app, site, askers }) => askers.flatMap(asker => [{
  name: 'HTTP: page of 100, newest', who: asker.label,
  product: async () => {
    const answer = await app.inject({
      method: 'POST', url: '/api/records/customer/query', headers: { authorization: `Bearer ${asker.key}` },
      payload: { columns: COLUMNS, size: 100, sort: [{ field: 'createdAt', dir: 'desc' }] },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  },
  raw: () => site.db.query(pageSql(asker, 'true', 'c.created_at desc, c.id desc'), asker.value),
}])
