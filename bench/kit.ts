// What every topic of the bench is given, and how a question is timed: the product's answer beside the
// same answer in hand-written SQL.
import type { FastifyInstance } from 'fastify'
import type { Actor } from '#core/object/access.ts'
import type { Site } from '#server/http/site.ts'

/** Who asks, and what that means for a hand-written condition over a table `c`. */
export interface Asker {
  label: string
  actor: Actor
  /** SQL with $1 for `value`, or `true` and no value. */
  mine: string
  value: unknown[]
  /** An API key for requests over HTTP. */
  key: string
}

export interface Bench {
  site: Site
  app: FastifyInstance
  askers: Asker[]
}

export interface Question {
  name: string
  who: string
  /** `turn` counts the runs, so that not every run asks for the same. */
  product(turn: number): Promise<unknown>
  raw?(turn: number): Promise<unknown>
  /** For questions of seconds: time after which few runs are enough. */
  patienceMs?: number
}

export type Topic = (bench: Bench) => Promise<Question[]>

export interface Result {
  name: string
  who: string
  runs: number
  p50: number
  p95: number
  raw50: number | null
  raw95: number | null
}

const RUNS = 30
const WARM_UP = 2
/** A slow question is asked fewer times, and the table says so. */
const PATIENCE_MS = 30_000
const LEAST_RUNS = 5

async function times(run: (turn: number) => Promise<unknown>, patienceMs = PATIENCE_MS): Promise<number[]> {
  const least = patienceMs < PATIENCE_MS ? 3 : LEAST_RUNS
  const taken: number[] = []
  const begun = performance.now()
  for (let turn = 0; taken.length < RUNS; turn++) {
    if (performance.now() - begun > patienceMs && taken.length >= least) break
    const from = performance.now()
    await run(turn)
    if (turn >= WARM_UP) taken.push(performance.now() - from)
  }
  return taken.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!

export async function measure(question: Question): Promise<Result> {
  const own = await times(turn => question.product(turn), question.patienceMs)
  const raw = question.raw ? await times(turn => question.raw!(turn), question.patienceMs) : []
  return {
    name: question.name, who: question.who, runs: own.length, p50: at(own, 0.5), p95: at(own, 0.95),
    raw50: raw.length > 0 ? at(raw, 0.5) : null, raw95: raw.length > 0 ? at(raw, 0.95) : null,
  }
}

const ms = (value: number | null): string => (value === null ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(0))

/** One line of the table; widths for names in Latin letters. */
const line = (cells: readonly string[]): string =>
  cells.map((cell, index) => (index < 2 ? cell.padEnd([46, 14][index]!) : cell.padStart(10))).join(' ')

export const heading = line(['question', 'asked by', 'runs', 'p50 ms', 'p95 ms', 'raw p50', 'raw p95', 'ratio p50'])

export const resultLine = ({ name, who, runs, p50, p95, raw50, raw95 }: Result): string =>
  line([name, who, String(runs), ms(p50), ms(p95), ms(raw50), ms(raw95), raw50 === null ? '–' : (p50 / raw50).toFixed(2)])
