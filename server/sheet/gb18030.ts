// Text as GB18030 bytes. Node can only decode it, so the table is turned round once, when first asked for.

let table: Map<string, Buffer> | undefined

/** Characters of the basic plane that have four bytes run from 81 30 81 30 to 84 31 A4 39. */
function addFourByte(map: Map<string, Buffer>, decoder: TextDecoder): void {
  for (let n = 0; n < 39_420; n++) {
    const bytes = Buffer.from([0x81 + Math.floor(n / 12_600), 0x30 + Math.floor(n / 1260) % 10, 0x81 + Math.floor(n / 10) % 126, 0x30 + n % 10])
    const char = decoder.decode(bytes)
    if (char !== '\uFFFD' && !map.has(char)) map.set(char, bytes)
  }
}

function build(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const map = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const bytes = Buffer.from([lead, trail])
      const char = decoder.decode(bytes)
      if (char.length === 1 && char !== '\uFFFD') map.set(char, bytes)
    }
  }
  addFourByte(map, decoder)
  return map
}

/** Beyond the basic plane the code is counted on from 90 30 81 30. */
function beyond(code: number): Buffer {
  const n = code - 0x10000
  return Buffer.from([0x90 + Math.floor(n / 12_600), 0x30 + Math.floor(n / 1260) % 10, 0x81 + Math.floor(n / 10) % 126, 0x30 + n % 10])
}

export function encodeGb18030(text: string): Buffer {
  table ??= build()
  const out: Buffer[] = []
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) ?? 0
    if (code < 128) out.push(Buffer.from([code]))
    else if (code > 0xffff) out.push(beyond(code))
    else out.push(table.get(char) ?? Buffer.from('?'))
  }
  return Buffer.concat(out)
}
