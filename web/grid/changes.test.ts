// What happens to what is typed: saved, refused, kept while offline, taken back, never lost.
import { describe, expect, test } from 'vitest'
import type { CellEdit, EditResult, GridColumn, GridRow } from './types.ts'
import { Changes } from './changes.ts'
import { Drafts, memoryDraftStore } from './drafts.ts'
import { GridModel } from './model.ts'
import { SaveQueue } from './save-queue.ts'

type Answer = (edits: CellEdit[]) => EditResult[] | Promise<EditResult[]>

const column = (key: string, more: Partial<GridColumn> = {}): GridColumn => ({
  key, title: key, width: 100, align: 'left', editable: true, format: String,
  parse: (text) => text === '?' ? { refusal: 'not a text' } : { value: text || null }, ...more,
})

const taken: Answer = (edits) => edits.map(({ rowIndex, key, rowId }) => ({ rowIndex, key, ok: true, ...(rowId === null ? { rowId: `made${rowIndex}` } : {}) }))

function sheet(answer: Answer = taken, store = memoryDraftStore()) {
  const rows: GridRow[] = [1, 2, 3].map((at) => ({ id: `r${at}`, version: at, values: { name: `n${at}` } }))
  const sent: CellEdit[][] = []
  const state = { answer }
  const drafts = new Drafts(store, () => undefined)
  const model = new GridModel({ count: () => rows.length, row: (at) => rows[at] ?? null, want: () => undefined, subscribe: () => () => undefined }, drafts)
  model.columns = [column('name'), column('city'), column('code', { editable: false })]
  model.canCreate = true
  const queue = new SaveQueue(model, { save: async (edits) => { sent.push(edits); return state.answer(edits) }, done: () => undefined })
  const changes = new Changes(model, queue, () => { throw new Error('no texts here') })
  return { rows, sent, state, drafts, model, queue, changes }
}

const offline: Answer = () => { throw new Error('offline') }

describe('what is typed', () => {
  test('is sent with the version that was seen, and gone from the drafts once saved', async () => {
    const { changes, queue, sent, drafts } = sheet()
    changes.apply([{ row: 1, col: 0, text: 'new' }, { row: 1, col: 2, text: 'fixed' }], 'type')
    await queue.settled()
    expect(sent).toEqual([[{ rowId: 'r2', rowIndex: 1, version: 2, key: 'name', value: 'new', text: 'new' }]])
    expect(drafts.all()).toEqual([])
  })

  test('is not sent when it is what stands there already', () => {
    const { changes } = sheet()
    expect(changes.apply([{ row: 0, col: 0, text: 'n1' }], 'paste')).toEqual({ skipped: 0, drafted: 0 })
  })

  test('stays with its reason when it cannot be read or the server refuses it', async () => {
    const { changes, queue, model, sent } = sheet((edits) => edits.map(({ rowIndex, key }) => ({ rowIndex, key, ok: false, refusal: 'taken' })))
    changes.apply([{ row: 0, col: 0, text: '?' }, { row: 1, col: 0, text: 'twice' }], 'paste')
    await queue.settled()
    expect(sent.flat().map((edit) => edit.text)).toEqual(['twice'])
    expect([model.draft(0, 0), model.draft(1, 0)]).toMatchObject([
      { state: 'refused', refusal: 'not a text', text: '?' }, { state: 'refused', refusal: 'taken', text: 'twice' }])
    expect([model.shown(0, 0), model.shown(1, 0)]).toEqual(['?', 'twice'])
  })

  test('survives a closed page while offline and is sent again on top of the version it was typed on', async () => {
    const store = memoryDraftStore()
    const first = sheet(offline, store)
    first.changes.apply([{ row: 2, col: 1, text: 'Lhasa' }], 'type')
    await first.queue.settled()
    expect(first.model.draft(2, 1)?.state).toBe('failed')
    const second = sheet(taken, store)
    await second.drafts.restore()
    expect(second.model.shown(2, 1)).toBe('Lhasa')
    second.rows[2]!.version = 9
    second.changes.retry()
    await second.queue.settled()
    expect(second.sent.flat()).toMatchObject([{ rowId: 'r3', version: 3, text: 'Lhasa' }])
    expect(await store.all()).toEqual([])
  })

  test('is kept when it is typed over a text that is still on its way', async () => {
    const { changes, queue, sent } = sheet()
    changes.apply([{ row: 0, col: 0, text: 'a' }], 'type')
    await Promise.resolve()
    changes.apply([{ row: 0, col: 0, text: 'b' }], 'type')
    await queue.settled()
    expect(sent.flat().map((edit) => edit.text).at(-1)).toBe('b')
  })
})

describe('new rows', () => {
  test('are made once: what is typed while the first cell is on its way goes to the record just made', async () => {
    const { changes, queue, sent, rows } = sheet((edits) => {
      if (edits[0]!.rowId === null) rows.push({ id: 'made3', version: 1, values: {} })
      return taken(edits)
    })
    changes.apply([{ row: 3, col: 0, text: 'first' }], 'type')
    changes.apply([{ row: 3, col: 1, text: 'second' }], 'type')
    await queue.settled()
    expect(sent.flat().filter((edit) => edit.rowId === null).map((edit) => edit.key).sort()).toEqual(['city', 'name'])
    expect(sent.length).toBe(1)
  })

  test('wait whole at the bottom until a refused cell is mended or given up', async () => {
    const refuse: Answer = (edits) => edits.map(({ rowIndex, key }) => key === 'city' ? { rowIndex, key, ok: false, refusal: 'unknown' } : { rowIndex, key, ok: true })
    const { changes, queue, model, drafts, state } = sheet(refuse)
    changes.apply([{ row: 3, col: 0, text: 'firm' }, { row: 3, col: 1, text: 'nowhere' }], 'paste')
    await queue.settled()
    expect([model.draft(3, 0)?.state, model.draft(3, 1)?.state, model.rows()]).toEqual(['held', 'refused', 5])
    state.answer = taken
    changes.discard([model.draft(3, 1)!])
    await queue.settled()
    expect([drafts.all(), drafts.newRows]).toEqual([[], []])
  })

  test('show a required cell nobody typed in as refused', async () => {
    const { changes, queue, model } = sheet((edits) => [{ rowIndex: edits[0]!.rowIndex, key: 'name', ok: false, refusal: 'required' }, { rowIndex: edits[0]!.rowIndex, key: 'city', ok: true }])
    changes.apply([{ row: 3, col: 1, text: 'Harbin' }], 'type')
    await queue.settled()
    expect([model.draft(3, 0), model.draft(3, 1)]).toMatchObject([{ state: 'refused', refusal: 'required', text: '' }, { state: 'held', text: 'Harbin' }])
  })

  test('are made from the cells that were taken; the refused one stays on the new record', async () => {
    const { changes, queue, drafts, rows } = sheet((edits) => {
      rows.push({ id: 'r4', version: 1, values: {} })
      return edits.map(({ rowIndex, key }) => key === 'city' ? { rowIndex, key, ok: false, refusal: 'unknown', rowId: 'r4' } : { rowIndex, key, ok: true, rowId: 'r4' })
    })
    changes.apply([{ row: 3, col: 0, text: 'firm' }, { row: 3, col: 1, text: 'nowhere' }], 'paste')
    await queue.settled()
    expect(drafts.all()).toMatchObject([{ row: 'r4', isNew: false, key: 'city', state: 'refused', text: 'nowhere' }])
  })

  test('pasted by the thousand go out in parts, each row whole', async () => {
    const { changes, queue, sent } = sheet()
    changes.apply(Array.from({ length: 1000 }, (_, at) => [{ row: 3 + at, col: 0, text: `a${at}` }, { row: 3 + at, col: 1, text: 'x' }]).flat(), 'paste')
    await queue.settled()
    expect(sent.map((edits) => edits.length)).toEqual([400, 400, 400, 400, 400])
  })
})

describe('taking back', () => {
  test('unsaved texts go first, newest first, and come back by redo', async () => {
    const { changes, queue, model } = sheet(offline)
    changes.apply([{ row: 0, col: 0, text: 'one' }], 'type')
    changes.apply([{ row: 1, col: 0, text: 'two' }], 'type')
    await queue.settled()
    expect(changes.undoLocal()).toBe(true)
    expect([model.shown(0, 0), model.shown(1, 0)]).toEqual(['one', 'n2'])
    expect(changes.redoLocal()).toBe(true)
    expect(model.shown(1, 0)).toBe('two')
  })

  test('saved texts are for the server to take back', async () => {
    const { changes, queue } = sheet()
    changes.apply([{ row: 0, col: 0, text: 'one' }], 'type')
    await queue.settled()
    expect([changes.undoLocal(), changes.redoLocal()]).toEqual([false, false])
  })
})

test('a name typed into a reference is looked up before anything is sent, each name once', async () => {
  const asked: string[] = []
  const { changes, queue, model, sent } = sheet()
  model.columns[1] = column('city', {
    parse: () => ({ refusal: 'pick one' }),
    lookup: async (text) => { asked.push(text); return text === 'Wuhan' ? [{ value: { id: 'w', label: 'Wuhan' }, label: 'Wuhan' }] : [] },
  })
  changes.apply([0, 1, 2].map((row) => ({ row, col: 1, text: row === 2 ? 'Atlantis' : 'Wuhan' })), 'paste')
  await new Promise((done) => setTimeout(done, 5))
  await queue.settled()
  expect(asked).toEqual(['Wuhan', 'Atlantis'])
  expect(sent.flat().map((edit) => edit.value)).toEqual([{ id: 'w', label: 'Wuhan' }, { id: 'w', label: 'Wuhan' }])
  expect(model.draft(2, 1)).toMatchObject({ state: 'refused', refusal: 'pick one', text: 'Atlantis' })
})

test('twenty thousand pasted cells are drafted and sent without going quadratic', async () => {
  const { changes, queue, drafts } = sheet((edits) => edits.map(({ rowIndex, key }) => ({ rowIndex, key, ok: true, rowId: `made${rowIndex}` })))
  changes.apply(Array.from({ length: 10_000 }, (_, at) => [{ row: 3 + at, col: 0, text: `a${at}` }, { row: 3 + at, col: 1, text: 'x' }]).flat(), 'paste')
  await queue.settled()
  expect([drafts.all().length, drafts.newRows.length]).toEqual([0, 0])
})
