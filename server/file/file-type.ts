// What a file is, told by its first bytes; its name is only what people see.

const SIGNS: [hex: string, type: string][] = [
  ['89504e470d0a1a0a', 'image/png'], ['ffd8ff', 'image/jpeg'], ['47494638', 'image/gif'], ['25504446', 'application/pdf'],
  ['504b0304', 'application/zip'], ['d0cf11e0a1b11ae1', 'application/x-ole-storage'], ['52617221', 'application/vnd.rar'], ['377abcaf271c', 'application/x-7z-compressed'],
]

/** Zip and OLE containers are told apart by the ending, among these only. */
const INSIDE: Record<string, Record<string, string>> = {
  'application/zip': {
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  'application/x-ole-storage': { xls: 'application/vnd.ms-excel', doc: 'application/msword', ppt: 'application/vnd.ms-powerpoint' },
}

/** A media type; 'application/octet-stream' when unknown. SVG and HTML are never named as such: they could run scripts. */
export function fileType(head: Buffer, name: string): string {
  const hex = head.toString('hex')
  const sign = SIGNS.find(([start]) => hex.startsWith(start))
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') return 'image/webp'
  if (!sign) return head.length > 0 && !head.includes(0) && !/^\s*</.test(head.toString('latin1')) ? 'text/plain' : 'application/octet-stream'
  const ending = name.toLowerCase().split('.').pop() ?? ''
  const inside = INSIDE[sign[1]]
  return inside && Object.hasOwn(inside, ending) ? inside[ending]! : sign[1]
}
