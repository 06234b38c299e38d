// The sentences stand in core, where the browser finds them, too.
export { sheetMessages } from '#core/lib/messages-sheet.ts'
