// The words the grid shows or says. It has none of its own: the caller passes them in the reader's language.

export interface GridTexts {
  newRow: string
  selectAll: string
  openRow: string
  checkRow(rowNumber: number): string
  filter(column: string): string
  sortAscending: string
  sortDescending: string
  noMatch: string
  searching: string
  readOnly: string
  saving: string
  unsaved: string
  held: string
  /** "{column}, row {n}: {value}" as a screen reader says it. */
  cell(column: string, rowNumber: number, value: string): string
  range(rows: number, columns: number): string
  loading: string
  copied(rows: number, columns: number): string
  copyLoading: string
  copyReady: string
  copyTooMany(limit: number): string
  pasteTooMany(limit: number): string
  pasteCut(columns: number): string
  pasteSkipped(cells: number): string
  saved(cells: number): string
  refused(cells: number): string
  problems(count: number): string
  problem(column: string, rowNumber: number, text: string, reason: string): string
  retry: string
  discard: string
  discardAll: string
  showProblems: string
  group(label: string, count: number): string
}
