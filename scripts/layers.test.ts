// The layers hold, and the check that says so can fail.
import { expect, test } from 'vitest'
import { brokenRules } from './layers.ts'
import { sourceFiles } from './source-files.ts'

test('no file imports across the layers of the design', () => {
  expect(brokenRules(sourceFiles())).toEqual([])
})

test('a page that reaches into the server and a core file that reads the disk are both named', () => {
  const file = (path: string, text: string) => ({ path, text, lines: 1 })
  const faults = brokenRules([
    file('web/list/list.tsx', "import { x } from '#server/record/query.ts'"),
    file('core/field/kind.ts', "import { readFileSync } from 'node:fs'"),
    file('server/http/route.ts', "import { customer } from '#features/customer/customer.ts'"),
    file('server/http/fine.ts', "import { y } from '../record/query.ts'"),
  ])
  expect(faults.map(fault => fault.split(' ')[0])).toEqual(['web/list/list.tsx', 'core/field/kind.ts', 'server/http/route.ts'])
})
