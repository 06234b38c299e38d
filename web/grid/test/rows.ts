// A million computed customers for the browser tests: nothing is stored but what was changed.
import type { AnyRow, CellEdit, EditResult, GridRow, RowSource, SourceChange } from '../types.ts'

const cities = ['北京', '上海', '广州', '深圳', '杭州', '成都', '武汉', '西安', '南京', '重庆']
const trades = ['机械', '贸易', '食品', '建材', '科技', '物流', '电器', '纺织']
export const grades = [
  { value: 'a', label: '重点客户', color: '#d4380d' }, { value: 'b', label: '普通客户', color: '#1677ff' },
  { value: 'c', label: '潜在客户', color: '#7a8699' },
]
export const staff = ['王伟', '李娜', '张敏', '刘洋', '陈静'].map((label, at) => ({ value: { id: `u${at}`, label }, label }))

export const made = (index: number): GridRow => ({
  id: `r${index}`, version: 1,
  values: {
    code: `KH-${String(index + 1).padStart(7, '0')}`,
    name: `${cities[index % 10]}${['宏达', '永兴', '天成', '华瑞', '金源', '恒通', '万佳'][index % 7]}${trades[index % 8]}有限公司`,
    grade: grades[index % 3]!.value, owner: staff[index % 5]!.value, phone: `138${String(10_000_000 + index).slice(0, 8)}`,
    amount: (((index * 7919) % 1_000_000) / 100 + 1000).toFixed(2), count: String(index % 97),
    since: new Date(Date.UTC(2020, 0, 1 + (index % 1800))).toISOString().slice(0, 10), active: index % 4 !== 0,
    city: cities[index % 10], note: index % 6 === 0 ? '上次拜访谈到明年的框架协议,价格还要再商量,下个月再约' : '',
    ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`m${at + 1}`, String((index * (at + 3)) % 9000)])),
  },
})

export class TestRows implements RowSource {
  delay = 30
  offline = false
  readonly saves: { kind: string; cells: number }[] = []
  private readonly total: number
  private readonly changed = new Map<number, GridRow>()
  private readonly added: GridRow[] = []
  private readonly recent = new Map<number, GridRow>()
  private readonly loaded = new Set<number>()
  private readonly history: (() => void)[] = []
  private readonly listeners = new Set<(change: SourceChange) => void>()

  constructor(total: number) { this.total = total }

  count(): number { return this.total + this.added.length }
  row(index: number): AnyRow | null {
    if (index >= this.total) return this.added[index - this.total] ?? null
    return this.loaded.has(Math.floor(index / 100)) ? this.changed.get(index) ?? this.computed(index) : null
  }
  want(from: number, to: number): void {
    for (let page = Math.floor(from / 100); page <= Math.floor(to / 100); page += 1) {
      if (this.loaded.has(page)) continue
      setTimeout(() => { this.loaded.add(page); this.tell({ from: page * 100, to: page * 100 + 99 }) }, this.delay)
    }
  }
  /** The few rows on screen are asked for once per cell. */
  private computed(index: number): GridRow {
    const row = this.recent.get(index) ?? made(index)
    if (this.recent.size > 2000) this.recent.clear()
    this.recent.set(index, row)
    return row
  }
  async load(from: number, to: number): Promise<void> { this.want(from, to); await new Promise((done) => setTimeout(done, this.delay + 20)) }
  subscribe(listener: (change: SourceChange) => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }
  private tell(change: SourceChange): void { for (const listener of this.listeners) listener(change) }

  /** Refuses phones that are no phones and rows without a name, as a server would. */
  async save(edits: CellEdit[], kind: string): Promise<EditResult[]> {
    await new Promise((done) => setTimeout(done, this.delay))
    if (this.offline) throw new Error('offline')
    this.saves.push({ kind, cells: edits.length })
    const back: (() => void)[] = []
    const news = new Map<number, GridRow | null>()
    const results = edits.map((edit): EditResult => {
      const { rowIndex, key } = edit
      const bad = key === 'phone' && edit.text !== '' && !/^1\d{10}$/.test(edit.text)
      const target = edit.rowId === null ? this.newRow(edit, edits, news, back) : this.rowById(edit.rowId)
      if (target === null) return { rowIndex, key, ok: false, refusal: '名称必填' }
      if (bad) return { rowIndex, key, ok: false, refusal: '不是手机号码', ...(edit.rowId === null ? { rowId: target.id } : {}) }
      const before = target.values[key]
      back.push(() => { target.values[key] = before })
      target.values[key] = edit.value
      return { rowIndex, key, ok: true, ...(edit.rowId === null ? { rowId: target.id } : {}) }
    })
    this.history.push(() => back.reverse().forEach((step) => step()))
    this.tell({ count: true })
    return results
  }
  private newRow(edit: CellEdit, edits: CellEdit[], news: Map<number, GridRow | null>, back: (() => void)[]): GridRow | null {
    if (news.has(edit.rowIndex)) return news.get(edit.rowIndex)!
    const named = edits.some((other) => other.rowIndex === edit.rowIndex && other.key === 'name' && other.text !== '')
    const row = named ? { id: `n${this.added.length}`, version: 1, values: {} } : null
    if (row) { this.added.push(row); back.push(() => { this.added.splice(this.added.indexOf(row), 1) }) }
    news.set(edit.rowIndex, row)
    return row
  }
  private rowById(id: string): GridRow {
    const own = id.startsWith('n') ? this.added.find((row) => row.id === id) : undefined
    if (own) return own
    const index = Number(id.slice(1))
    const row = this.changed.get(index) ?? made(index)
    this.recent.delete(index)
    this.changed.set(index, row)
    return row
  }
  async undo(): Promise<void> {
    this.history.pop()?.()
    this.tell({ count: true })
  }
}
