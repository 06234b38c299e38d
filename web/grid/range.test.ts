// Rectangles, and how the keyboard moves over filled and empty cells.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, fillTarget, intersect, rangeOf, repeats } from './range.ts'
import { advance, dataEdge, extendTo, rangeOfSelection, selectRange, singleCell, stretch } from './selection.ts'
import type { Ground } from './selection.ts'
import { summarise } from './summary.ts'

const pos = fc.record({ row: fc.nat(30), col: fc.nat(10) })
const range = fc.tuple(pos, pos).map(([a, b]) => rangeOf(a, b))

const down = { row: 1, col: 0 }
const column = (cells: string, dataRows = cells.length): Ground => ({
  rows: cells.length + 1, cols: 3, dataRows,
  filled: (row) => cells[row] === 'x', loaded: (row) => cells[row] !== '?',
})

describe('ranges', () => {
  test('two ranges share exactly the cells that lie in both', () => {
    fc.assert(fc.property(range, range, pos, (a, b, at) => {
      const both = intersect(a, b)
      expect(both !== null && contains(both, at)).toBe(contains(a, at) && contains(b, at))
    }))
  })

  test('a fill target never overlaps its source and touches it', () => {
    fc.assert(fc.property(range, pos, (source, at) => {
      const found = fillTarget(source, at)
      expect(found === null).toBe(contains(source, at))
      if (found) expect(intersect(source, found.target)).toBe(null)
    }))
  })

  test('a block repeats only where it fits', () => {
    expect([repeats(2, 6), repeats(2, 5), repeats(3, 1), repeats(1, 4)]).toEqual([3, 1, 1, 4])
  })
})

describe('moving', () => {
  test('Ctrl+Down runs to the end of the filled cells, then over the gap, then to the last row', () => {
    const ground = column('xxx..xx.')
    const stops = [0, 2, 5, 6, 7].map((row) => dataEdge({ row, col: 0 }, down, ground).row)
    expect(stops).toEqual([2, 5, 6, 7, 7])
  })

  test('rows not loaded are taken as filled, so the jump goes to the end at once', () => {
    expect(dataEdge({ row: 0, col: 0 }, down, column('xx????x'))).toEqual({ row: 6, col: 0 })
  })

  test('Tab goes on in the next row and, inside a rectangle, round it', () => {
    const ground = column('xxxx')
    expect(advance(singleCell({ row: 0, col: 2 }), 'col', 1, ground).active).toEqual({ row: 1, col: 0 })
    const block = selectRange({ top: 0, left: 0, bottom: 1, right: 1 })
    const walk = [1, 2, 3, 4].reduce((all) => [...all, advance(all.at(-1)!, 'col', 1, ground)], [block])
    expect(walk.map((step) => `${step.active.row}${step.active.col}`)).toEqual(['00', '01', '10', '11', '00'])
    expect(rangeOfSelection(walk.at(-1)!)).toEqual(rangeOfSelection(block))
  })

  test('Shift moves the far corner and the active cell stays', () => {
    const stretched = stretch(extendTo(singleCell({ row: 2, col: 1 }), { row: 3, col: 1 }), { row: -3, col: 0 }, column('xxxxx'))
    expect(stretched.active).toEqual({ row: 2, col: 1 })
    expect(rangeOfSelection(stretched)).toEqual({ top: 0, left: 1, bottom: 2, right: 1 })
  })
})

test('the status bar adds money exactly', () => {
  const cells = ['0.1', '0.2', null, '-3'].map((number) => ({ filled: number !== null, number }))
  expect(summarise(cells)).toEqual({ cells: 4, count: 3, numbers: 3, sum: '-2.7', average: '-0.9', min: '-3', max: '0.2' })
})
