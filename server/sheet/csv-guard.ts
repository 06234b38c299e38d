// The apostrophe before text that a spreadsheet program would run as a formula: put by our writer, taken off by
// our reader, so that the value survives the trip. Plain numbers and phones (-100, +86 138…) are left alone.

const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/
const HARMLESS = /^[+-]?\d[\d\s.,()-]*$/
const GUARDED = /^''*[=+\-@\t\r\n＝＋－＠]/

export const guard = (text: string): string => DANGEROUS.test(text) && !HARMLESS.test(text) ? `'${text}` : text

export const unguard = (text: string): string => GUARDED.test(text) ? text.slice(1) : text
