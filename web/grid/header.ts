// Column headers: sort arrows with their order, the strip that selects a column, and the filter row.
import type { GridCore } from './core.ts'
import type { GridColumn, Sort } from './types.ts'
import { GUTTER } from './slick.ts'

const FILTER_PAUSE = 250

/** A click sorts by this column alone, then the other way, then not; with Shift or Ctrl it joins the others. */
export function nextSorts(sorts: Sort[], key: string, add: boolean): Sort[] {
  const now = sorts.find((sort) => sort.key === key)
  const next: Sort[] = !now ? [{ key, direction: 'up' }] : now.direction === 'up' ? [{ key, direction: 'down' }] : []
  if (!add) return now && sorts.length > 1 ? [{ key, direction: 'up' }] : next
  if (!now) return [...sorts, ...next]
  return sorts.flatMap((sort) => sort.key === key ? next : [sort])
}

export function dressHeader(core: GridCore, node: HTMLElement, key: string): void {
  if (key === GUTTER) {
    node.title = core.texts.selectAll
    node.addEventListener('click', () => core.commands.selectAll())
    return
  }
  const column = core.columns.of(key)
  if (!column) return
  node.title = column.title
  const strip = document.createElement('span')
  strip.className = 'gx-pick-column'
  node.prepend(strip)
  strip.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    core.commands.selectColumn(key, event.shiftKey)
  })
  if (column.sortable !== false && core.options.handlers.sort) dressSort(core, node, column, strip)
}

function dressSort(core: GridCore, node: HTMLElement, column: GridColumn, strip: HTMLElement): void {
  const sorts = core.options.sorts ?? []
  const at = sorts.findIndex((sort) => sort.key === column.key)
  node.classList.add('gx-sortable')
  node.ariaSort = at < 0 ? 'none' : sorts[at]!.direction === 'up' ? 'ascending' : 'descending'
  const mark = document.createElement('span')
  mark.className = `gx-sort${at < 0 ? '' : ` gx-sort-${sorts[at]!.direction}`}`
  mark.hidden = at < 0
  mark.textContent = at >= 0 && sorts.length > 1 ? String(at + 1) : ''
  if (at >= 0) mark.ariaLabel = sorts[at]!.direction === 'up' ? core.texts.sortAscending : core.texts.sortDescending
  node.append(mark)
  node.addEventListener('click', (event) => {
    const target = event.target as HTMLElement
    if (target === strip || target.closest('.slick-resizable-handle')) return
    core.editing.commit()
    core.options.handlers.sort?.(nextSorts(core.options.sorts ?? [], column.key, event.shiftKey || event.ctrlKey || event.metaKey))
    core.input.focus()
  })
}

export function dressFilter(core: GridCore, node: HTMLElement, key: string): void {
  const column = core.columns.of(key)
  if (!column) return
  const input = document.createElement('input')
  input.className = 'gx-filter'
  // a blank placeholder lets the style sheet tell an empty filter from a set one
  input.placeholder = ' '
  input.value = core.filters.get(key) ?? ''
  input.ariaLabel = core.texts.filter(column.title)
  input.dataset['key'] = key
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    clearTimeout(timer)
    if ((core.filters.get(key) ?? '') === input.value) return
    core.filters.set(key, input.value)
    core.options.handlers.filterChanged?.(key, input.value)
  }
  input.addEventListener('input', (event) => {
    clearTimeout(timer)
    // half a word of an input method is no filter yet
    if (!(event as InputEvent).isComposing) timer = setTimeout(tell, FILTER_PAUSE)
  })
  input.addEventListener('compositionend', () => { timer = setTimeout(tell, FILTER_PAUSE) })
  input.addEventListener('change', tell)
  input.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Enter') tell()
    if (event.key === 'Escape') { input.value = ''; tell() }
  })
  node.append(input)
}
