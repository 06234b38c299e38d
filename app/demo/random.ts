// Chance that always falls the same way: a small generator of our own, begun from any numbers, so that
// customer 17 or its third order can be made again without making all before it.

export type Weighted<T> = readonly (readonly [value: T, weight: number])[]

/** Murmur3's finishing steps: near keys give far states. */
function mix(hash: number, key: number): number {
  let h = Math.imul(hash ^ key, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export class Random {
  private state = 0x9e3779b9

  constructor(...keys: number[]) {
    for (const key of keys) this.state = mix(this.state, key + 0x7f4a7c15)
  }

  /** 32 bits. */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    return this.bits() / 0x1_0000_0000
  }

  /** Both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }

  weighted<T>(list: Weighted<T>): T {
    let left = this.next() * totalOf(list)
    for (const [value, weight] of list) if ((left -= weight) < 0) return value
    return list.at(-1)![0]
  }

  /** About a normal distribution, within three deviations: four throws added. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3)
  }

  /** Median 1; most between 1/(1+spread) and 1+spread. */
  around(spread: number): number {
    return Math.exp(this.normal() * Math.log1p(spread))
  }
}

const totals = new WeakMap<Weighted<unknown>, number>()

function totalOf(list: Weighted<unknown>): number {
  let total = totals.get(list)
  if (total === undefined) totals.set(list, total = list.reduce((sum, [, weight]) => sum + weight, 0))
  return total
}

const HEX = Array.from({ length: 0x1_0000 }, (_, value) => value.toString(16).padStart(4, '0'))

/** The lines of an order are of one moment. */
let lastMs = Number.NaN
let lastTime = ''

/** A UUIDv7 of that moment: as time-ordered as those the product makes. */
export function idAt(ms: number, random: Random): string {
  if (ms !== lastMs) {
    lastMs = ms
    const time = Math.round(ms).toString(16).padStart(12, '0')
    lastTime = `${time.slice(0, 8)}-${time.slice(8)}`
  }
  const [a, b, c] = [random.bits(), random.bits(), random.bits()]
  const variant = HEX[0x8000 | (b >>> 18)]!
  return `${lastTime}-7${HEX[a >>> 16]!.slice(1)}-${variant}-${HEX[a & 0xffff]!}${HEX[b & 0xffff]!}${HEX[c >>> 16]!}`
}
