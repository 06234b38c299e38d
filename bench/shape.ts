// The columns of the customer list as people see it, as the product is asked for them and as SQL names them.
import type { Asker } from './kit.ts'

export const COLUMNS = ['code', 'name', 'region', 'grade', 'stage', 'contactName', 'phone', 'salesTotal', 'orderCount', 'lastOrder', 'receivable', 'owner', 'tags', 'address', 'email', 'note']

const SELECT = `select c.id, c.version, c.code, c.name, c.region, r.name as region_name, c.grade, c.stage, c.contact_name, c.phone, c.sales_total, c.order_count,
  c.last_order, c.receivable, c.owner, u.name as owner_name, c.tags, c.address, c.address__province, c.address__city, c.address__district, c.address__detail,
  c.address__lon, c.address__lat, c.email, c.note`
const JOINS = 'left join region r on r.org = 1 and r.id = c.region left join app_user u on u.org = 1 and u.id = c.owner'

/** The rows first, by an index; then what is shown beside them. */
export const pageSql = ({ mine }: Asker, where: string, order: string, size = 100): string =>
  `${SELECT} from (select * from customer c where c.org = 1 and c.deleted_at is null and ${mine} and ${where} order by ${order} limit ${size}) c ${JOINS} order by ${order}`

/** The next free place for a value in hand-written SQL of this asker. */
export const place = (asker: Asker, index = 0): string => `$${asker.value.length + 1 + index}`
