// What is said of workbooks of forms that were filled in by hand, and of printing.
import type { Text } from './text.ts'

export const paperMessages: Record<string, Text> = {
  'paper.notOurBook': { zh: '这个文件不是从本系统导出的表单。请先在表单页面导出 Excel，在导出的文件里填写，再读回。', en: 'This file is not a form exported from here. Export the form to Excel first, fill in that file and read it back.' },
  'paper.bookDamaged': { zh: '文件里的隐藏标记被删改了，无法对应到原来的格子。请重新导出，在新文件里填写。', en: 'The hidden marks in the file were changed, so its cells cannot be told apart any more. Export the form again and fill in the new file.' },
  'paper.copiedSheet': { zh: '工作表“{name}”是“{of}”的副本，分不清哪一张算数。请删掉其中一张；要填另一条记录，请从那条记录导出。', en: 'Sheet “{name}” is a copy of “{of}”: which one counts? Delete one of them; for another record, export its own form.' },
  'paper.blankBook': { zh: '这个文件里没有可以读回的格子（供手写的空白表，或已经定稿的表）。请打开要填写的表单导出 Excel，填好后再读回。', en: 'Nothing in this file can be read back: it is a blank for handwriting, or the form was filed. Export the form that is to be filled in.' },
  'paper.otherBook': { zh: '这个文件是“{got}”，不是“{wanted}”。请到那张表单里读回，或重新选择文件。', en: 'This file is “{got}”, not “{wanted}”. Read it back at that form, or choose another file.' },
  'paper.otherVersion': { zh: '“{title}”的表样在导出之后改过（文件是第 {was} 版，现在是第 {now} 版）。请重新导出，把填好的内容抄过去。', en: '“{title}” was redesigned since the file was made (version {was}, now {now}). Export it again and copy what you filled in.' },
  'paper.cellClosed': { zh: '这一格现在不能填写：可能已经定稿、记录已删除，或没有权限。改动没有带回。', en: 'This cell cannot be filled in now: the form was filed, the record is gone, or you may not. The change was not taken.' },
  'paper.noNewRows': { zh: '这张表格不能增加行，或这一列由系统填写。这一格没有带回。', en: 'No rows can be added to this grid, or the system fills this column. The cell was not taken.' },
  'paper.cellFault': { zh: '这一格的公式没有算出结果。请改成数值或文字，保存后再读回。', en: 'The formula in this cell has no result. Put in the value itself, save and read the file again.' },
  'paper.notTyped': { zh: '这一格由系统填写，改动没有带回。', en: 'The system fills this cell: the change was not taken.' },
  'paper.pdfFailed': { zh: 'PDF 没有生成，请再试一次；仍不行时请用浏览器打印', en: 'The PDF could not be made. Try again, or print from the browser' },
}
