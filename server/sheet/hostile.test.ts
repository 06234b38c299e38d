// Files made to hurt: each is refused with a sentence that helps, or read exactly; nothing is fetched or left behind.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from './gb18030.ts'
import { rawBook, rawZip } from './raw-zip.ts'
import type { RawBook } from './raw-zip.ts'
import { readWorkbook } from './read-workbook.ts'
import { readBytes, refusalOf, values } from './reading-kit.ts'

const MB = 1024 * 1024
const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const noise = (length: number): string => {
  let out = ''
  for (let seed = 1; out.length < length; seed = (seed * 48_271) % 2_147_483_647) out += seed.toString(36)
  return out.slice(0, length)
}
const ole = (name: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le'), Buffer.alloc(600)])

const refused: [what: string, key: string, make: () => Buffer][] = [
  ['an empty file', 'sheet.empty', () => Buffer.alloc(0)],
  ['300 MB of blanks squeezed into 300 KB', 'sheet.suspicious', () => rawBook({ sheet: Buffer.alloc(300 * MB, 32) })],
  ['700 MB when unpacked', 'sheet.unpacksTooBig', () => rawBook({ change: (parts) => { parts[4]!.size = 700 * MB } })],
  ['two parts that share their bytes', 'sheet.suspicious', () => rawBook({ more: [{ name: 'xl/sharedStrings.xml', data: sheet(''), sameAs: 4 }] })],
  ['a workbook inside a zip', 'sheet.notSpreadsheet', () => rawZip([{ name: 'inner.xlsx', data: rawBook({}) }])],
  ['a part larger than its header says', 'sheet.suspicious', () => rawBook({ rows: noise(5000), change: (parts) => { parts[4]!.size = 10 } })],
  ['a part smaller than its header says', 'sheet.damaged', () => rawBook({ change: (parts) => { parts[4]!.size = 100_000 } })],
  ['a wrong checksum', 'sheet.damaged', () => rawBook({ change: (parts) => { parts[4]!.crc = 1 } })],
  ['other names inside than in the directory', 'sheet.suspicious', () => rawBook({ change: (parts) => { parts[4]!.localName = 'xl/worksheets/other1.xml' } })],
  ['a part that climbs out of the folder', 'sheet.suspicious', () => rawBook({ more: [{ name: '../../etc/cron.d/x', data: 'x' }] })],
  ['20,000 parts', 'sheet.tooManyParts', () => rawZip(Array.from({ length: 20_000 }, (_, n) => ({ name: `p${n}`, data: '', stored: true })))],
  ['row 1,048,577', 'sheet.damaged', () => rawBook({ rows: `<row r="1048577">${cell('A1048577', 'x')}</row>` })],
  ['rows that go back', 'sheet.damaged', () => rawBook({ rows: `<row r="5">${cell('A5', 'x')}</row><row r="4">${cell('A4', 'y')}</row>` })],
  ['a value in XFD1048576', 'sheet.tooManyColumns', () => rawBook({ rows: `<row r="1048576">${cell('XFD1048576', 'x')}</row>` })],
  ['a cell of 8 MB', 'sheet.cellTooLong', () => rawBook({ rows: `<row r="1">${cell('A1', noise(8 * MB))}</row>` })],
  ['a shared text of 8 MB', 'sheet.cellTooLong', () => rawBook({ shared: `<sst><si><t>${noise(8 * MB)}</t></si></sst>` })],
  ['an attribute of 5 MB', 'sheet.cellTooLong', () => rawBook({ sheet: `<worksheet a="${noise(5 * MB)}"><sheetData/></worksheet>` })],
  ['a billion laughs', 'sheet.suspicious', () => rawBook({ shared: '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>' })],
  ['an entity that names a file', 'sheet.suspicious', () => rawBook({ sheet: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>' })],
  ['an entity nobody declared', 'sheet.suspicious', () => rawBook({ rows: `<row r="1">${cell('A1', '&f;')}</row>` })],
  ['a part in UTF-16', 'sheet.suspicious', () => rawBook({ sheet: Buffer.from(`\uFEFF${sheet('')}`, 'utf16le') })],
  ['a password (Excel)', 'sheet.encrypted', () => ole('EncryptedPackage')],
  ['a password (zip)', 'sheet.encrypted', () => rawBook({ change: (parts) => { parts[4]!.flags = 1 } })],
  ['a Word 97 document', 'sheet.notSpreadsheet', () => ole('WordDocument')],
  ['a broken .xls', 'sheet.damaged', () => ole('Workbook')],
  ['half a file', 'sheet.damaged', () => rawBook({ rows: noise(5000) }).subarray(0, 3000)],
  ['a sheet that stops in the middle', 'sheet.damaged', () => rawBook({ sheet: `<worksheet><sheetData><row r="1">${cell('A1', 'x')}` })],
  ['a picture named .xlsx', 'sheet.notSpreadsheet', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a PDF named .xlsx', 'sheet.notSpreadsheet', () => Buffer.from('%PDF-1.7\n1 0 obj')],
  ['a program named .csv', 'sheet.notSpreadsheet', () => Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(64)])],
  ['OpenDocument named .xlsx', 'sheet.ods', () => rawZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', data: '<x/>' }])],
  ['a binary workbook', 'sheet.xlsb', () => rawZip([{ name: 'xl/workbook.bin', data: 'x' }])],
  ['XML Spreadsheet 2003', 'sheet.xml2003', () => Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>')],
  ['tables inside tables', 'sheet.htmlComplex', () => Buffer.from('<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>')],
  ['a .csv cell of 10 MB', 'sheet.cellTooLong', () => Buffer.alloc(10 * MB, 'x')],
  ['a .csv line of 11 MB', 'sheet.lineTooLong', () => Buffer.alloc(11 * MB, 'x,')],
  ['a quote that never ends', 'sheet.openQuote', () => Buffer.from(`a,b\n1,"2\n${'3,4\n'.repeat(50_000)}`)],
  ['UTF-8 and GBK in one file', 'sheet.mixedEncoding', () => Buffer.concat([Buffer.from('客户名称,联系电话\n杭州云海科技,1\n'), encodeGb18030('宁波东方物流有限公司,2\n')])],
  ['bytes of no encoding', 'sheet.encoding', () => Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xff, 0xff, 0x31, 0x32])])],
]

describe('a file made to hurt is refused', () => {
  it.each(refused)('%s: %s', async (_, key, make) => {
    expect(await refusalOf(make())).toBe(key)
  })
})

describe('a file that only looks dangerous is read exactly', () => {
  const read = async (book: RawBook) => values((await readBytes(rawBook(book))).rows[0])

  it('with a value in every one of 1,048,576 rows', async () => {
    const rows = Array.from({ length: 1_048_576 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n * 7}</v></c></row>`).join('')
    const { sheets, stats } = await readBytes(rawBook({ rows }), {}, false)
    expect(sheets[0]).toMatchObject({ rowCount: 1_048_576, filledRows: 1_048_576, columnCount: 1 })
    expect(stats.peakRss).toBeLessThan(512 * MB)
  })

  it('with a million shared texts', async () => {
    const shared = `<sst>${Array.from({ length: 1_000_000 }, (_, n) => `<si><t>客户名称${n}</t></si>`).join('')}</sst>`
    const { rows, stats } = await readBytes(rawBook({ shared, rows: '<row r="1"><c r="A1" t="s"><v>999999</v></c></row>' }))
    expect(values(rows[0])).toEqual([['客户名称999999']])
    expect(stats.peakRss).toBeLessThan(512 * MB)
  })

  it('with 100,000 styles and 65,000 merged ranges', async () => {
    const styles = `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(99_999)}<xf numFmtId="14"/></cellXfs></styleSheet>`
    const after = `<mergeCells>${Array.from({ length: 65_000 }, (_, n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`).join('')}</mergeCells>`
    const { rows, sheets } = await readBytes(rawBook({ styles, after, rows: '<row r="1"><c r="A1" s="99999"><v>46204</v></c></row>' }))
    expect(values(rows[0])).toEqual([['2026-07-01']])
    expect(sheets[0]?.merges).toHaveLength(65_000)
  })

  it('with a million tags inside each other', async () => {
    expect(await read({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>', after: '<a>'.repeat(1_000_000) + '</a>'.repeat(1_000_000) })).toEqual([['1']])
  })

  it('with macros, links to other files and a link to the internet, none of which is followed', async () => {
    let visits = 0
    const server = createServer((_, answer) => { visits++; answer.end() }).listen(0, '127.0.0.1')
    await new Promise((ready) => server.once('listening', ready))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.xlsx`
    const link = `<Relationships><Relationship Id="rId1" Type="http://x/externalLinkPath" Target="${url}" TargetMode="External"/></Relationships>`
    expect(await read({
      rows: `<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c>${cell('B1', 'b')}</row>`, after: `<hyperlinks><hyperlink ref="A1" location="${url}"/></hyperlinks>`,
      more: [{ name: 'xl/vbaProject.bin', data: 'macro' }, { name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }, { name: 'xl/externalLinks/_rels/externalLink1.xml.rels', data: link }],
    })).toEqual([['7', 'b']])
    expect(await refusalOf(rawBook({ sheet: `<!DOCTYPE x SYSTEM "${url}"><worksheet><sheetData/></worksheet>` }))).toBe('sheet.suspicious')
    expect(visits).toBe(0)
    server.close()
  })

  it('with a sheet named ../../x and headers named __proto__', async () => {
    const { rows, sheets } = await readBytes(rawBook({ name: '../../x', rows: `<row r="1">${cell('A1', '__proto__')}${cell('B1', 'constructor')}${cell('C1', '__proto__')}</row>` }))
    expect(sheets[0]?.name).toBe('../../x')
    expect(values(rows[0])).toEqual([['__proto__', 'constructor', '__proto__']])
  })
})

describe('the child process is stopped', () => {
  const long = (): Buffer => rawBook({ rows: Array.from({ length: 600_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c></row>`).join('') })

  it('when it takes too long', async () => {
    expect(await refusalOf(long(), { limits: { milliseconds: 50 } })).toBe('sheet.tooSlow')
  })

  it('when it takes too much memory', async () => {
    expect(await refusalOf(long(), { limits: { rssBytes: 10 * MB } })).toBe('sheet.tooHeavy')
    const shared = `<sst>${Array.from({ length: 1_000_000 }, (_, n) => `<si><t>客户名称${n}</t></si>`).join('')}</sst>`
    expect(await refusalOf(rawBook({ shared }), { limits: { heapMegabytes: 24 } })).toBe('sheet.tooHeavy')
  })

  it('when the person cancels', async () => {
    const cancel = new AbortController()
    const reading = readBytes(long(), { signal: cancel.signal, onProgress: () => cancel.abort() })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('and others wait for their turn, or leave the queue', async () => {
    const small = rawBook({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })
    const cancel = new AbortController()
    const dir = await mkdtemp(join(tmpdir(), 'sheet-turns-'))
    const path = join(dir, 'a.xlsx')
    await writeFile(path, small)
    const all = Array.from({ length: 6 }, (_, at) => readWorkbook(path, { fileName: 'a.xlsx', signal: at === 5 ? cancel.signal : undefined }))
    setTimeout(() => cancel.abort(), 20)
    const ends = await Promise.allSettled(all)
    for (const end of ends) if (end.status === 'fulfilled') await end.value.dispose()
    await rm(dir, { recursive: true })
    expect(ends.map(({ status }) => status)).toEqual([...Array.from({ length: 5 }, () => 'fulfilled'), 'rejected'])
  })
})
