// The keyboard, as in Excel: one table while a cell is selected, one while it is edited.
import type { GridCore } from './core.ts'
import type { Step } from './selection.ts'
import {
  advance, everything, extendTo, jump, move, singleCell, stretch, stretchJump, wholeColumns, wholeRows,
} from './selection.ts'

type Command = (core: GridCore) => boolean | void

const arrows: Record<string, Step> = {
  ArrowUp: { row: -1, col: 0 }, ArrowDown: { row: 1, col: 0 }, ArrowLeft: { row: 0, col: -1 }, ArrowRight: { row: 0, col: 1 },
}

/** "Ctrl+Shift+ArrowDown"; Command on a Mac counts as Ctrl. */
function keyName(event: KeyboardEvent): string {
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  return `${ctrl}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${name}`
}

const to = (step: (core: GridCore) => Step, extend = false): Command => (core) =>
  core.change((selection, ground) => (extend ? stretch : move)(selection, step(core), ground))

const page = (by: 1 | -1): ((core: GridCore) => Step) => (core) => ({ row: by * core.surface.pageRows(), col: 0 })
const far = Number.MAX_SAFE_INTEGER / 4
const corner = { row: -far, col: -far }
/** The last cell that holds data, before the empty row. */
const end = (extend: boolean): Command => (core) => core.change((selection, ground) => {
  const last = { row: Math.max(0, ground.dataRows - 1), col: ground.cols - 1 }
  return extend ? extendTo(selection, last) : singleCell(last)
})

const go = (axis: 'row' | 'col', by: 1 | -1): Command => (core) =>
  core.change((selection, ground) => advance(selection, axis, by, ground))

/** Left and Right on a group header close and open it. */
const sideways = (name: 'ArrowLeft' | 'ArrowRight'): Command => (core) =>
  core.commands.toggleGroup(core.selection!.active.row, name === 'ArrowLeft') || to(() => arrows[name]!)(core)

const ready: Record<string, Command> = {
  ArrowUp: to(() => arrows['ArrowUp']!), ArrowDown: to(() => arrows['ArrowDown']!),
  ArrowLeft: sideways('ArrowLeft'), ArrowRight: sideways('ArrowRight'),
  ...Object.fromEntries(Object.entries(arrows).flatMap(([name, step]): [string, Command][] => [
    [`Shift+${name}`, to(() => step, true)],
    [`Ctrl+${name}`, (core) => core.change((selection, ground) => jump(selection, step, ground))],
    [`Ctrl+Shift+${name}`, (core) => core.change((selection, ground) => stretchJump(selection, step, ground))],
  ])),
  Tab: go('col', 1), 'Shift+Tab': go('col', -1), Enter: go('row', 1), 'Shift+Enter': go('row', -1),
  Home: to(() => ({ row: 0, col: -far })), End: to(() => ({ row: 0, col: far })),
  'Shift+Home': to(() => ({ row: 0, col: -far }), true), 'Shift+End': to(() => ({ row: 0, col: far }), true),
  'Ctrl+Home': to(() => corner), 'Ctrl+End': end(false), 'Ctrl+Shift+Home': to(() => corner, true), 'Ctrl+Shift+End': end(true),
  PageUp: to(page(-1)), PageDown: to(page(1)), 'Shift+PageUp': to(page(-1), true), 'Shift+PageDown': to(page(1), true),
  F2: (core) => core.editing.begin(),
  'Alt+ArrowDown': (core) => core.editing.openList(),
  ' ': (core) => core.editing.toggle() || false,
  Delete: (core) => core.editing.clear(), Backspace: (core) => core.editing.clear(),
  Escape: (core) => core.clipboard.forget(),
  'Ctrl+a': (core) => core.change(everything, false),
  'Ctrl+ ': (core) => core.change(wholeColumns, false), 'Shift+ ': (core) => core.change(wholeRows, false),
  'Ctrl+d': (core) => core.commands.fillFromFirst('row'), 'Ctrl+r': (core) => core.commands.fillFromFirst('col'),
  'Ctrl+z': (core) => void core.commands.undo(), 'Ctrl+y': (core) => void core.commands.redo(), 'Ctrl+Shift+z': (core) => void core.commands.redo(),
  'Ctrl+;': (core) => core.editing.begin(today()),
  'Ctrl+Enter': (core) => core.commands.openRow(core.selection!.active.row),
  // the browser sends the clipboard events; copying needs something selected
  'Ctrl+c': copying, 'Ctrl+x': copying, 'Ctrl+v': () => false, 'Ctrl+Insert': copying,
  ContextMenu: (core) => core.commands.openMenu(), 'Shift+F10': (core) => core.commands.openMenu(),
}

function copying(core: GridCore): boolean {
  core.input.prepareCopy()
  return false
}

function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const commitAnd = (next: Command): Command => (core) => { core.editing.commit(); next(core) }

/** Up and Down belong to the open list; otherwise, and only after plain typing, arrows commit as in Excel. */
const editArrow = (name: string): Command => (core) => {
  const step = arrows[name]!
  if (core.dropdown.open && step.row !== 0) return core.dropdown.step(step.row)
  if (core.input.mode === 'edit') return false
  core.editing.commit()
  to(() => step)(core)
}

const editing: Record<string, Command> = {
  Enter: commitAnd(go('row', 1)), 'Shift+Enter': commitAnd(go('row', -1)),
  Tab: commitAnd(go('col', 1)), 'Shift+Tab': commitAnd(go('col', -1)),
  'Ctrl+Enter': (core) => core.editing.commitEverywhere(),
  'Alt+Enter': (core) => core.input.insert('\n'),
  Escape: (core) => core.editing.cancel(),
  'Alt+ArrowDown': (core) => core.editing.openList(),
  F2: (core) => { core.input.mode = core.input.mode === 'edit' ? 'enter' : 'edit' },
  ArrowUp: editArrow('ArrowUp'), ArrowDown: editArrow('ArrowDown'),
  ArrowLeft: editArrow('ArrowLeft'), ArrowRight: editArrow('ArrowRight'),
}

/** A command that answers false leaves the key to the browser: to the text area or its clipboard events. */
export function handleKey(core: GridCore, event: KeyboardEvent): void {
  event.stopPropagation()
  if (!core.selection) return
  const command = (core.input.editing ? editing : ready)[keyName(event)]
  if (command) {
    if (command(core) !== false) event.preventDefault()
  } else if (!core.input.editing) core.commands.aboutToType(event)
}
