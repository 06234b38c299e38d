// All Chinese words of the browser, by area.
import { adminZh } from './texts/admin-zh.ts'
import { designerZh } from './texts/designer-zh.ts'
import { exportZh } from './texts/export-zh.ts'
import { flowZh } from './texts/flow-zh.ts'
import { formZh } from './texts/form-zh.ts'
import { importZh } from './texts/import-zh.ts'
import { listZh } from './texts/list-zh.ts'
import { recordZh } from './texts/record-zh.ts'
import { shellZh } from './texts/shell-zh.ts'
import { signZh } from './texts/sign-zh.ts'

export const zh = { ...shellZh, ...signZh, ...listZh, ...importZh, ...exportZh, ...recordZh, ...adminZh, ...designerZh, ...formZh, ...flowZh }
