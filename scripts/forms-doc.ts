// docs/forms.md: every form of the spec with where it is declared, the objects behind it and where it is tested.
// `node scripts/forms-doc.ts` writes it; app/forms-doc.test.ts says when it is no longer true.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formBook } from '#app/forms.ts'
import type { Block, Form } from '#core/form/form.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
export const FORMS_DOC = `${ROOT}docs/forms.md`

const files = (pattern: string): { path: string; text: string }[] =>
  globSync(pattern, { cwd: ROOT }).map(path => path.replaceAll('\\', '/')).toSorted().map(path => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))

const declarations = files('features/**/*.ts').filter(file => !file.path.includes('.test.') && !file.path.startsWith('features/sets/'))
const tests = files('{app,features,server,e2e}/**/*.test.ts')

function fills(block: Block): string[] {
  if (block.kind !== 'grid') return []
  const { source } = block
  return ['object' in source ? source.object : 'report' in source ? `report ${source.report}` : source.lines]
}

const linked = (path: string): string => `[${path}](../${path})`
const behind = (form: Form): string => [...new Set([...(form.record ? [form.record] : []), ...form.blocks.flatMap(fills)])].join(', ')
const declaredIn = (form: Form): string[] => declarations.filter(file => new RegExp(`id: '${form.id}'`).test(file.text)).map(file => file.path)
export const testedIn = (form: Form): string[] => tests.filter(file => new RegExp(`\\b${form.id}\\b`).test(file.text)).map(file => file.path)

function row(form: Form): string {
  const set = formBook.sets.filter(one => one.forms.some(other => other.id === form.id)).map(one => one.key)
  return `| ${form.id} | ${form.title.zh} | ${behind(form)} | ${declaredIn(form).map(linked).join(' ')} | ${set.join(' ')} | ${testedIn(form).map(linked).join(' ')} |`
}

export function formsDoc(): string {
  return `# Forms

Made by \`node scripts/forms-doc.ts\` from the declarations; [app/forms-doc.test.ts](../app/forms-doc.test.ts) fails when it is no longer true.
Besides the tests named here every form is laid out blank and empty in both languages ([app/forms.test.ts](../app/forms.test.ts)).
V1 is [features/sets/hydropower.ts](../features/sets/hydropower.ts), made from the shipped forms by the designer's own steps ([app/hydropower.test.ts](../app/hydropower.test.ts)).

| id | form | records and reports | declared in | in sets | tested in |
|---|---|---|---|---|---|
${formBook.forms.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(row).join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FORMS_DOC, formsDoc())
