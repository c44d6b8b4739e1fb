import { mkdirSync, writeFileSync } from 'node:fs'

/** One figure of a benchmark: a ratio or a limit, and whether it holds. */
export interface Figure {
  id: string
  value: number
  unit: string
  /** In words and numbers, e.g. `≥ 0.17`. */
  goal: string
  holds: boolean
}

/** A benchmark: measures and tells. */
export interface Benchmark {
  name: string
  measure(say: (line: string) => void): Promise<Figure[]>
}

/** A figure that must not be above a limit. */
export function atMost(id: string, value: number, limit: number, unit: string): Figure {
  return { id, value: round(value), unit, goal: `≤ ${limit}`, holds: value <= limit }
}

/** A figure that must not be below a limit. */
export function atLeast(id: string, value: number, limit: number, unit: string): Figure {
  return { id, value: round(value), unit, goal: `≥ ${limit}`, holds: value >= limit }
}

/** The middle one of several measurements. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/**
 * Measures two things in turn, A B A B …, so that a machine whose speed drifts treats both alike.
 *
 * @returns the ratio a/b of each round
 */
export async function interleave(rounds: number, a: () => Promise<number>, b: () => Promise<number>): Promise<{ ratios: number[]; a: number[]; b: number[] }> {
  const result = { ratios: [] as number[], a: [] as number[], b: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 ? [b, a] : [a, b]
    const one = await first()
    const two = await second()
    const [ofA, ofB] = round % 2 ? [two, one] : [one, two]
    result.a.push(ofA)
    result.b.push(ofB)
    result.ratios.push(ofA / ofB)
  }
  return result
}

/** Prints the table and writes `bench/results/<name>.json`. */
export function report(name: string, figures: Figure[]): void {
  console.table(figures.map((figure) => ({ figure: figure.id, value: `${figure.value} ${figure.unit}`, goal: figure.goal, holds: figure.holds ? 'yes' : 'NO' })))
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify({ name, at: new Date().toISOString(), figures }, null, 2)}\n`)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
