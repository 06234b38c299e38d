// npm run check: types, lint, layers and sizes. Ends with 1 when anything is wrong.
import { spawnSync } from 'node:child_process'
import { brokenRules } from './layers.ts'
import { checkSizes } from './sizes.ts'
import { sourceFiles } from './source-files.ts'

const run = (command: string, args: string[]): boolean => {
  console.log(`\n— ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

const passed = [run('tsc', ['-p', '.']), run('oxlint', ['--deny-warnings'])]
const files = sourceFiles()
console.log('\n— sizes and layers')
const faults = [...checkSizes(files), ...brokenRules(files)]
for (const fault of faults) console.error(`✗ ${fault}`)
process.exitCode = passed.every(Boolean) && faults.length === 0 ? 0 : 1
