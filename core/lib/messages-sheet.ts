// What people read when a spreadsheet file is refused: what is wrong and what to do about it.
// Also the few words the writer itself puts into a workbook.
import type { Text } from './text.ts'

export const sheetMessages: Record<string, Text> = {
  'sheet.empty': { zh: '文件是空的。请检查是否选对了文件。', en: 'The file is empty. Please check that you chose the right one.' },
  'sheet.fileTooBig': { zh: '文件超过 {max} MB。请拆成几个较小的文件再导入。', en: 'The file is larger than {max} MB. Split it into smaller files and import them one by one.' },
  'sheet.notSpreadsheet': { zh: '这不是表格文件。请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”后再导入。', en: 'This is not a spreadsheet. Save it as an Excel workbook (.xlsx) and try again.' },
  'sheet.ods': { zh: '暂不支持 OpenDocument（.ods）。请另存为“Excel 工作簿（.xlsx）”后再导入。', en: 'OpenDocument (.ods) is not supported. Save it as an Excel workbook (.xlsx) and try again.' },
  'sheet.xlsb': { zh: '暂不支持二进制工作簿（.xlsb）。请另存为“Excel 工作簿（.xlsx）”后再导入。', en: 'Binary workbooks (.xlsb) are not supported. Save it as an Excel workbook (.xlsx) and try again.' },
  'sheet.xml2003': { zh: '暂不支持“XML 表格 2003”。请另存为“Excel 工作簿（.xlsx）”后再导入。', en: 'XML Spreadsheet 2003 is not supported. Save it as an Excel workbook (.xlsx) and try again.' },
  'sheet.encrypted': { zh: '文件有密码。请在 Excel 或 WPS 中取消密码后再导入。', en: 'The file is protected by a password. Remove the password and try again.' },
  'sheet.damaged': { zh: '文件已损坏或没有传完整（{part}）。请用 Excel 或 WPS 打开，另存后再导入。', en: 'The file is damaged or incomplete ({part}). Open it in Excel, save it again and retry.' },
  'sheet.suspicious': { zh: '文件的内部结构不正常（{part}），已拒绝打开。请用 Excel 或 WPS 打开，另存后再导入。', en: 'The inner structure of the file is abnormal ({part}), so it was not opened. Open it in Excel, save it again and retry.' },
  'sheet.unpacksTooBig': { zh: '文件解压后超过 {max} MB。请删去图片和不需要的工作表，或拆成几个文件再导入。', en: 'The file unpacks to more than {max} MB. Remove pictures and sheets you do not need, or split it.' },
  'sheet.tooManyParts': { zh: '文件里的部件超过 {max} 个。请只保留要导入的工作表，另存后再导入。', en: 'The file has more than {max} parts. Keep only the sheets to import, save it again and retry.' },
  'sheet.tooManySheets': { zh: '工作表超过 {max} 张。请只保留要导入的工作表。', en: 'There are more than {max} sheets. Keep only those to import.' },
  'sheet.tooManyRows': { zh: '工作表“{sheet}”超过 {max} 行。请拆成几个文件再导入。', en: 'Sheet “{sheet}” has more than {max} rows. Split it into several files.' },
  'sheet.tooManyColumns': { zh: '工作表“{sheet}”在第 {row} 行用到了第 {max} 列以外的单元格。请删去右边多余的内容后再导入。', en: 'Sheet “{sheet}” has a value beyond column {max} in row {row}. Delete what is not needed on the right and retry.' },
  'sheet.tooManyCells': { zh: '单元格超过 {max} 个。请拆成几个文件再导入。', en: 'There are more than {max} cells. Split the file into several.' },
  'sheet.tooManyMerges': { zh: '工作表“{sheet}”的合并单元格超过 {max} 处。请取消合并后再导入。', en: 'Sheet “{sheet}” has more than {max} merged ranges. Unmerge them and retry.' },
  'sheet.cellTooLong': { zh: '有单元格的内容超过 {max} 个字符。请缩短后再导入。', en: 'A cell holds more than {max} characters. Shorten it and retry.' },
  'sheet.lineTooLong': { zh: '第 {line} 行太长（超过 {max} MB）。请检查换行和引号。', en: 'Line {line} is too long (more than {max} MB). Check line breaks and quotes.' },
  'sheet.openQuote': { zh: '第 {line} 行的引号没有结束。请补上引号，或另存为 .xlsx 后再导入。', en: 'The quote opened in line {line} is never closed. Close it, or save the file as .xlsx and retry.' },
  'sheet.encoding': { zh: '无法识别文件的文字编码。请在 Excel 或 WPS 中另存为 .xlsx，或保存为 UTF-8 编码的 CSV。', en: 'The text encoding is not recognised. Save the file as .xlsx, or as CSV in UTF-8.' },
  'sheet.mixedEncoding': { zh: '文件里混有 UTF-8 和 GBK 两种编码（从第 {line} 行起）。请另存为 .xlsx 后再导入。', en: 'The file mixes UTF-8 and GBK (from line {line} on). Save it as .xlsx and retry.' },
  'sheet.htmlComplex': { zh: '这是网页格式的表格，而且结构复杂（表中有表）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。', en: 'This is a web page with tables inside tables. Open it in Excel, save it as .xlsx and retry.' },
  'sheet.noSheet': { zh: '文件里没有工作表。请检查是否选对了文件。', en: 'There is no sheet in the file. Please check that you chose the right one.' },
  'sheet.tooSlow': { zh: '文件在 {seconds} 秒内没有读完。请拆成几个较小的文件再导入。', en: 'The file could not be read within {seconds} seconds. Split it into smaller files.' },
  'sheet.tooHeavy': { zh: '读取这个文件需要的内存太多。请删去格式、图片和多余的工作表，或拆成几个文件再导入。', en: 'Reading this file takes too much memory. Remove formats, pictures and sheets not needed, or split it.' },
  'sheet.unreadable': { zh: '这个文件读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。', en: 'This file cannot be read. Open it in Excel, save it as .xlsx and retry.' },
  'sheet.choicesSheet': { zh: '选项', en: 'Choices' },
}
