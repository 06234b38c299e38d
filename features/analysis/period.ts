// Years and months of the analysis forms: which year is meant, and which part of it can be set beside the year before.
import { ymd } from '#core/lib/date.ts'

export interface Months {
  /** 202601 to 202612, both included. */
  from: number
  to: number
}

export const yearOf = (params: Record<string, unknown>, today: string): number => {
  const asked = Number(params.year)
  return Number.isInteger(asked) && asked >= 1 && asked <= 9998 ? asked : ymd(today).year
}

export const wholeYear = (year: number): Months => ({ from: year * 100 + 1, to: year * 100 + 12 })

export const lastYear = ({ from, to }: Months): Months => ({ from: from - 100, to: to - 100 })

/**
 * Months that a year before can be compared with: the whole year when it is over, else those that are over. A month that has only
 * begun would look like a fall; in January there is nothing else.
 */
export function comparable(year: number, today: string): Months {
  const now = ymd(today)
  return year === now.year ? { from: year * 100 + 1, to: year * 100 + Math.max(now.month - 1, 1) } : wholeYear(year)
}

/** The twelve months before this one. */
export function lastTwelve(today: string): Months {
  const { year, month } = ymd(today)
  return { from: (year - 1) * 100 + month, to: month === 1 ? (year - 1) * 100 + 12 : year * 100 + month - 1 }
}

/** How many months lie between two, both counted. */
export const countMonths = ({ from, to }: Months): number => (Math.floor(to / 100) - Math.floor(from / 100)) * 12 + (to % 100) - (from % 100) + 1

/** First and last day as texts: 202602 ends with the day before 202603. */
export const firstDay = (month: number): string => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`
