// A customer workbook as a sales office really keeps it, with what a careful person would read out of it.
// For tests of reading and importing; the same table also as a GBK .csv.
import { Writable } from 'node:stream'
import type { BookSpec, WriteCell, WriteValue } from './book-spec.ts'
import { encodeGb18030 } from './gb18030.ts'
import { writeXlsx } from './write-xlsx.ts'

export interface CleanCustomer {
  /** Row of the sheet, from 0. */
  row: number
  code: string
  name: string
  contact: string
  phone: string
  region: string
  /** In yuan, though the column is in 万元. */
  sales: string
  credit: string
  since: string
  remark: string
}

export interface MessyWorkbook {
  xlsx: Buffer
  /** The same rows in GB18030, merged cells empty. */
  csv: Buffer
  truth: {
    sheet: string
    headerRow: number
    headerRows: 2
    titles: string[]
    customers: CleanCustomer[]
    skipped: { row: number; why: string }[]
    /** Pairs of rows that are the same, and that probably are. */
    exactDuplicates: [number, number][]
    nearDuplicates: [number, number][]
  }
}

export async function bookBuffer(spec: BookSpec): Promise<Buffer> {
  const chunks: Buffer[] = []
  await writeXlsx(new Writable({ write(chunk: Buffer, _, done) { chunks.push(chunk); done() } }), spec)
  return Buffer.concat(chunks)
}

const UPPER = ['序号', '客户编号', '客户名称', '联系方式', '', '所在地区', '年销售额（万元）', '信用额度', '首次合作日期', '备注']
const LOWER = ['', '', '', '联系人', '电话', '', '', '', '', '']
const TITLES = ['序号', '客户编号', '客户名称', '联系方式 / 联系人', '联系方式 / 电话', '所在地区', '年销售额（万元）', '信用额度', '首次合作日期', '备注']

const NAMES = ['杭州云海科技有限公司', '宁波东方物流有限公司', '温州瓯江食品厂', '嘉兴南湖纺织有限公司', '绍兴鉴湖酒业股份有限公司', '金华双龙五金经营部', '衢州烂柯山农业合作社', '舟山群岛水产有限公司', '台州黄岩模具厂', '丽水瓯越茶叶有限公司', '湖州太湖丝绸有限公司', '义乌𠮷祥小商品商行']
const CONTACTS = ['王伟', '李娜', '张㼆', '刘洋', '陈晨', '杨柳', '赵磊', '黄蓉', '周杰', '吴迪', '徐静', '孙悦']
const REGIONS = ['杭州', '宁波', '温州', '嘉兴', '绍兴', '金华', '衢州', '舟山', '台州', '丽水', '湖州', '义乌']

const fullWidth = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
const number = (v: string): WriteCell => ({ v, kind: 'number' })

/** The same phone as five people write it. */
function messyPhone(phone: string, at: number): WriteValue {
  return [number(phone), phone, `+86 ${phone}`, fullWidth(phone), `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`][at % 5]
}

function messySales(wan: string, at: number): WriteValue {
  return [number(wan), wan, `${wan}万`, fullWidth(wan), ` ${wan} `][at % 5]
}

function messyCredit(yuan: string, at: number): WriteValue {
  const grouped = yuan.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return [number(yuan), yuan, `￥${grouped}.00`, fullWidth(yuan), `${grouped}元`][at % 5]
}

function messyDate(iso: string, at: number): WriteValue {
  const [y = '', m = '', d = ''] = iso.split('-')
  return [{ v: iso, kind: 'date' } as const, `${y}年${Number(m)}月${Number(d)}日`, `${y}/${Number(m)}/${Number(d)}`, `${y}.${m}.${d}`, `${y}${m}${d}`][at % 5]
}

type Grid = WriteValue[][]

function customer(at: number, row: number): { clean: CleanCustomer; cells: WriteValue[] } {
  const clean: CleanCustomer = {
    row, code: `KH${String(at + 1).padStart(4, '0')}`, name: NAMES[at] ?? '', contact: CONTACTS[at] ?? '', phone: `138${String(13_800_000 + at * 731)}`.slice(0, 11),
    region: REGIONS[at] ?? '', sales: String((at * 125 + 80) * 1000), credit: String((at + 1) * 5000),
    since: `20${12 + at}-0${at % 9 + 1}-${String(at * 2 + 1).padStart(2, '0')}`, remark: at % 4 === 0 ? '老客户\n每月对账' : '',
  }
  const name = at % 3 === 0 ? ` ${clean.name} ` : clean.name
  const wan = String(Number(clean.sales) / 10_000)
  return { clean, cells: [number(String(at + 1)), clean.code, name, clean.contact, messyPhone(clean.phone, at), clean.region, messySales(wan, at), messyCredit(clean.credit, at), messyDate(clean.since, at), clean.remark || null] }
}

const total = (word: string, sales: string): WriteValue[] => [null, null, word, null, null, null, { v: sales, kind: 'number', f: 'SUM(G6:G11)' }]

function build(): { grid: Grid; truth: MessyWorkbook['truth'] } {
  const grid: Grid = [['浙江片区客户台账（2026 年）'], ['制表：销售内勤    单位：万元'], [], UPPER, LOWER]
  const truth: MessyWorkbook['truth'] = { sheet: '客户台账', headerRow: 3, headerRows: 2, titles: TITLES, customers: [], skipped: [{ row: 0, why: 'title' }, { row: 1, why: 'title' }, { row: 2, why: 'blank' }], exactDuplicates: [], nearDuplicates: [] }
  const skip = (why: string, cells: WriteValue[]): void => void truth.skipped.push({ row: grid.push(cells) - 1, why })
  const add = (at: number, change: Partial<CleanCustomer> = {}, cells: Record<number, WriteValue> = {}): number => {
    const made = customer(at, grid.length)
    truth.customers.push({ ...made.clean, ...change })
    return grid.push(made.cells.map((cell, column) => (column in cells ? cells[column] : cell))) - 1
  }
  const rows = [0, 1, 2, 3, 4, 5].map((at) => add(at))
  skip('total', total('小计', '235.5'))
  skip('blank', [])
  skip('repeatedHeader', UPPER)
  rows.push(...[6, 7, 8, 9, 10, 11].map((at) => add(at)))
  truth.exactDuplicates.push([rows[1] ?? 0, add(1)])
  truth.nearDuplicates.push([rows[0] ?? 0, add(0, { code: 'KH0013', name: '云海科技（杭州）有限公司' }, { 1: 'KH0013', 2: '云海科技（杭州）有限公司' })])
  truth.nearDuplicates.push([rows[3] ?? 0, add(3, { code: 'KH0014', name: '嘉興南湖紡織' }, { 1: 'KH0014', 2: '嘉興南湖紡織' })])
  skip('total', total('合 计', '1021.5'))
  skip('blank', [])
  skip('note', ['注：年销售额不含退货；信用额度由财务部核定。'])
  return { grid, truth }
}

const merge = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })

function csvText(value: WriteValue): string {
  const text = String((typeof value === 'object' && value !== null ? value.v : value) ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export async function messyWorkbook(): Promise<MessyWorkbook> {
  const { grid, truth } = build()
  const tall = [0, 1, 2, 5, 6, 7, 8, 9].map((column) => merge(3, column, 4, column))
  const xlsx = await bookBuffer({ sheets: [{ name: truth.sheet, columns: [], rows: grid, merges: [merge(0, 0, 0, 9), merge(3, 3, 3, 4), ...tall] }] })
  const csv = encodeGb18030(grid.map((row) => TITLES.map((_, at) => csvText(row[at])).join(',')).join('\r\n'))
  return { xlsx, csv, truth }
}
