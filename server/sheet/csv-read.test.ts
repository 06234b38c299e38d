// Separated texts of every kind Chinese offices produce, and files that are not what their name says.
import { describe, expect, it } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { CsvReader, guessSeparator } from './csv-read.ts'
import { encodeGb18030 } from './gb18030.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { readBytes, values } from './reading-kit.ts'

const TABLE = '客户名称,电话\r\n杭州云海,+8613800138000\r\n张㼆𠮷,00123\r\n'
const EXPECTED = [['客户名称', '电话'], ['杭州云海', '+8613800138000'], ['张㼆𠮷', '00123']]
const read = async (bytes: Buffer) => {
  const result = await readBytes(bytes, { fileName: '客户表.xls' })
  return { ...result, table: values(result.rows[0]) }
}

describe('a .csv', () => {
  it.each<[string, Buffer]>([
    ['utf-8', Buffer.from(TABLE)], ['utf-8', Buffer.from(`\uFEFF${TABLE}`)], ['gb18030', encodeGb18030(TABLE)], ['utf-16le', Buffer.from(`\uFEFF${TABLE}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${TABLE}`, 'utf16le').swap16()],
  ])('in %s is read', async (encoding, bytes) => {
    const { table, ...rest } = await read(bytes)
    expect(table).toEqual(EXPECTED)
    expect(rest).toMatchObject({ kind: 'csv', encoding, separator: ',', sheets: [{ name: '客户表' }] })
  })

  it('may be separated by tabs, semicolons or bars, or say so itself', () => {
    expect([guessSeparator('a\tb\n1,5\t2\n').separator, guessSeparator('a;b\n1,5;2,5\n').separator, guessSeparator('a|b\n1|2').separator, guessSeparator('sep=;\r\na;b').separator, guessSeparator('姓名\n王伟').separator])
      .toEqual(['\t', ';', '|', ';', ','])
  })

  it('keeps quotes, separators and line breaks inside cells, however the file is cut into pieces', () => {
    const text = 'a,"b ""x"", c"\r\n"line 1\r\nline 2",\r\n5" pipe,"",\n\nlast'
    for (let size = 1; size <= text.length; size++) {
      const rows: (string | null)[][] = []
      const reader = new CsvReader(',', DEFAULT_LIMITS, (_, cells) => rows.push(cells.map((cell) => cell?.v ?? null)))
      for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size))
      reader.write('', true)
      expect(rows).toEqual([['a', 'b "x", c'], ['line 1\nline 2', null], ['5" pipe', null, null], [null], ['last']])
    }
  })

  it('loses the apostrophe our own export put before a formula, and no other', async () => {
    const { table } = await read(Buffer.from("a,b,c\n'=1+1,'-x,'tis\n''=q,-100,+86 138\n"))
    expect(table).toEqual([['a', 'b', 'c'], ['=1+1', '-x', "'tis"], ["'=q", '-100', '+86 138']])
  })
})

describe('a file named .xls', () => {
  it('that is a web page is read as its table, with merged cells', async () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"}</style><script>alert("<td>")</script></head><body>
      <table border=1><tr><th colspan="2">客户&nbsp;名单</th></tr><tr><td rowspan=2>杭州<br>云海 &amp; 子公司</td><td x:str="1">1,000</td></tr><tr><td>00123</td></tr></table></body></html>`
    const { kind, encoding, table, sheets } = await read(encodeGb18030(html))
    expect({ kind, encoding, table }).toEqual({ kind: 'html', encoding: 'gb18030', table: [['客户 名单'], ['杭州\n云海 & 子公司', '1,000'], [null, '00123']] })
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }, { top: 1, left: 0, bottom: 2, right: 0 }])
  })

  it('that really is Excel 97 is read with its dates, numbers, errors and merges', async () => {
    const sheet = utils.aoa_to_sheet([['客户', '日期', '金额'], ['杭州云海', 46_204, 0.1 + 0.2], ['张㼆', true, 13_800_138_000]])
    sheet.B2 = { t: 'n', v: 46_204, z: 'yyyy"年"m"月"d"日"' }
    sheet['!merges'] = [utils.decode_range('A1:A2')]
    const book = utils.book_new(sheet, '客户')
    const { kind, rows, sheets } = await readBytes(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
    expect(kind).toBe('xls')
    expect(sheets[0]).toMatchObject({ name: '客户', merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] })
    expect(rows[0]?.map((row) => row.cells)).toEqual([
      [{ t: 's', v: '客户' }, { t: 's', v: '日期' }, { t: 's', v: '金额' }], [{ t: 's', v: '杭州云海' }, { t: 'd', v: '2026-07-01' }, { t: 'n', v: '0.3' }], [{ t: 's', v: '张㼆' }, { t: 'b', v: 'true' }, { t: 'n', v: '13800138000' }],
    ])
  })
})
