// The grid's words in the reader's language.
import { useMemo } from 'react'
import type { GridTexts } from '../grid/texts.ts'
import { useT } from '../lib/texts.ts'

export function useGridTexts(): GridTexts {
  const { t } = useT()
  return useMemo((): GridTexts => ({
    newRow: t('grid.newRow'), selectAll: t('grid.selectAll'), openRow: t('grid.openRow'), checkRow: n => t('grid.checkRow', { n }),
    filter: column => t('grid.filter', { column }), sortAscending: t('grid.asc'), sortDescending: t('grid.desc'), noMatch: t('field.noneFound'), searching: t('palette.searching'),
    readOnly: t('grid.readOnly'), saving: t('grid.saving'), unsaved: t('grid.unsaved'), held: t('grid.held'),
    cell: (column, n, value) => t('grid.cell', { column, n, value: value || t('word.empty') }), range: (rows, columns) => t('grid.range', { rows, columns }), loading: t('word.loading'),
    copied: (rows, columns) => t('grid.copied', { rows, columns }), copyLoading: t('grid.copyLoading'), copyReady: t('grid.copyReady'), copyTooMany: limit => t('grid.copyTooMany', { limit }),
    pasteTooMany: limit => t('grid.pasteTooMany', { limit }), pasteCut: columns => t('grid.pasteCut', { columns }), pasteSkipped: cells => t('grid.pasteSkipped', { cells }),
    saved: cells => t('grid.saved', { cells }), refused: cells => t('grid.refused', { cells }), problems: count => t('grid.problems', { count }),
    problem: (column, n, text, reason) => t('grid.problem', { column, n, text, reason }),
    retry: t('word.tryAgain'), discard: t('grid.discard'), discardAll: t('grid.discardAll'), showProblems: t('grid.showProblems'), group: (label, count) => t('grid.group', { label, count }),
  }), [t])
}
