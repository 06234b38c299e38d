// All English words of the browser, by area; each area is complete by type.
import { adminEn } from './texts/admin-en.ts'
import { designerEn } from './texts/designer-en.ts'
import { exportEn } from './texts/export-en.ts'
import { flowEn } from './texts/flow-en.ts'
import { formEn } from './texts/form-en.ts'
import { importEn } from './texts/import-en.ts'
import { listEn } from './texts/list-en.ts'
import { recordEn } from './texts/record-en.ts'
import { shellEn } from './texts/shell-en.ts'
import { signEn } from './texts/sign-en.ts'

export const en = { ...shellEn, ...signEn, ...listEn, ...importEn, ...exportEn, ...recordEn, ...adminEn, ...designerEn, ...formEn, ...flowEn }
