// The grid as a React component: a sized box, the core in it, and below it the list of what could not be saved.
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Ref } from 'react'
import type { Draft } from './drafts.ts'
import type { GridOptions } from './types.ts'
import { GridCore } from './core.ts'
import { ProblemStrip } from './problem-strip.tsx'
import './grid.css'

/** What the page around the grid may ask of it. */
export interface GridHandle {
  focus(): void
  undo(): Promise<void>
  redo(): Promise<void>
  retry(): void
  uncheckAll(): void
  scrollToRow(row: number): void
  /** Resolves once no save is on its way. */
  settled(): Promise<void>
}

export interface DataGridProps extends GridOptions { ref?: Ref<GridHandle> }

export function DataGrid({ ref, ...options }: DataGridProps) {
  const frame = useRef<HTMLDivElement>(null)
  const core = useRef<GridCore | null>(null)
  const latest = useRef(options)
  const [problems, setProblems] = useState<Draft[]>([])
  const report = useRef<SetProblems>(setProblems)

  useLayoutEffect(() => {
    const made = new GridCore(frame.current!, withProblems(latest.current, report.current))
    core.current = made
    return () => { made.destroy(); core.current = null }
  }, [])

  useEffect(() => {
    if (!sameProps(latest.current, options)) core.current?.update(withProblems(options, report.current))
    latest.current = options
  })

  useImperativeHandle(ref, () => ({
    focus: () => core.current?.input.focus(),
    undo: async () => core.current?.commands.undo(),
    redo: async () => core.current?.commands.redo(),
    retry: () => core.current?.changes.retry(),
    uncheckAll: () => core.current?.commands.uncheckAll(),
    scrollToRow: (row) => core.current?.surface.scrollRowToTop(row),
    settled: async () => core.current?.queue.settled(),
  }), [])

  return (
    <div className={`gx-shell${options.dark ? ' gx-dark' : ''}`}>
      <div className="gx-frame" ref={frame} />
      <ProblemStrip
        problems={problems}
        columns={options.columns}
        texts={options.texts}
        go={(draft) => core.current?.commands.goTo(draft)}
        retry={() => core.current?.changes.retry()}
        discard={(list) => core.current?.changes.discard(list)}
      />
    </div>
  )
}

type SetProblems = (next: (before: Draft[]) => Draft[]) => void

/** The component listens to the problems beside whoever else does. */
function withProblems(given: GridOptions, setProblems: SetProblems): GridOptions {
  const problemsChanged = (list: Draft[]): void => {
    setProblems((before) => before.length === 0 && list.length === 0 ? before : list)
    given.handlers.problemsChanged?.(list)
  }
  return { ...given, handlers: { ...given.handlers, problemsChanged } }
}

/** The component also renders for its own problem list; then nothing given has changed. */
function sameProps(a: GridOptions, b: GridOptions): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof GridOptions>
  return [...names].every((name) => a[name] === b[name])
}
