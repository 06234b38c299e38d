// Rows of forms that an administrator published, and what the company says about all forms. Versions are only ever added.
import type { Reader, Tx } from '#server/database/transaction.ts'

export interface CompanyFacts {
  name: string
  logo: string | null
  settings: Record<string, unknown>
}

/** Grows with every version that is published or reset; with it all that forms need of the company. */
export async function formStamp(reader: Reader, org: number): Promise<{ designs: number; company: CompanyFacts }> {
  const { rows } = await reader.query<{ designs: number; name: string | null; logo: string | null; settings: unknown }>(
    `select (select count(*)::int from form_design where org = $1) as designs, c.name, c.logo[1] as logo, c.settings
     from (select 1) one left join lateral (select name, logo, settings from company where org = $1 and deleted_at is null order by id limit 1) c on true`, [org])
  const { designs, name, logo, settings } = rows[0]!
  return { designs, company: { name: name ?? '', logo, settings: typeof settings === 'object' && settings !== null ? settings as Record<string, unknown> : {} } }
}

/** The record that holds what the whole company shares. */
export async function companyId(reader: Reader, org: number): Promise<string | undefined> {
  const { rows } = await reader.query<{ id: string }>('select id from company where org = $1 and deleted_at is null order by id limit 1', [org])
  return rows[0]?.id
}

export interface DesignRow {
  set: string
  form: string
  version: number
  /** A form as JSON that nobody has looked at; null: the original again. */
  definition: unknown
}

/** The newest version of each. */
export async function newestDesigns(reader: Reader, org: number): Promise<DesignRow[]> {
  const { rows } = await reader.query<DesignRow>(
    `select distinct on (set_key, form) set_key as "set", form, version, definition from form_design where org = $1
     order by set_key, form, version desc`, [org])
  return rows
}

export interface DesignVersion {
  version: number
  at: string
  by: string
  note: string | null
  /** The original again. */
  original: boolean
}

export async function designVersions(reader: Reader, org: number, set: string, form: string): Promise<DesignVersion[]> {
  const { rows } = await reader.query<DesignVersion>(
    `select version, at, actor_name as "by", note, definition is null as original from form_design
     where org = $1 and set_key = $2 and form = $3 order by version desc`, [org, set, form])
  return rows
}

export async function designAt(reader: Reader, org: number, { set, form, version }: Omit<DesignRow, 'definition'>): Promise<{ definition: unknown } | undefined> {
  const { rows } = await reader.query<{ definition: unknown }>(
    'select definition from form_design where org = $1 and set_key = $2 and form = $3 and version = $4', [org, set, form, version])
  return rows[0]
}

/** Two who publish at once: the second waits here, and is then told by the version he saw. */
export async function lockDesigns(tx: Tx, org: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`form-design:${org}`])
}

export async function addDesign(tx: Tx, org: number, row: DesignRow & { at: string; actor: string; name: string; note: string | null }): Promise<void> {
  await tx.query(
    `insert into form_design (org, set_key, form, version, definition, at, actor, actor_name, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [org, row.set, row.form, row.version, row.definition === null ? null : JSON.stringify(row.definition), row.at, row.actor, row.name, row.note])
}
