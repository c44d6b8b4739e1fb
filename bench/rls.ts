import { isDeepStrictEqual } from 'node:util'
import './read-tsx.ts'
import { atMost, interleave, median, type Benchmark, type Figure } from './figures.ts'
import { openDatabases, type Databases } from './rls/databases.ts'
import type { Ask } from './rls/requests.ts'
import { coursesOfASchool, slugOf } from './rls/schools.ts'

// Many short rounds: what else the machine does then falls on both sides alike.
const rounds = 31
const requestsARound = 80
const sizes = { big: 10_000, small: 10 }

/** What row level security and the door cost a whole request, and whether the cost grows with the number of schools. */
export const benchmark: Benchmark = {
  name: 'rls',
  async measure(say) {
    const databases = await openDatabases(sizes, say)
    try {
      return await compare(databases, say)
    } finally {
      await databases.close()
    }
  },
}

async function compare({ big, small }: Databases, say: (line: string) => void): Promise<Figure[]> {
  const { throughTheDoor, withExplicitFilter } = await import('./rls/requests.ts')
  const door = { ask: throughTheDoor(big.door), schools: big.schools }
  const filter = { ask: withExplicitFilter(big.filter), schools: big.schools }
  const fewSchools = { ask: throughTheDoor(small.door), schools: small.schools }
  await requireSameRows(door.ask, filter.ask)
  say('door and filter return the same rows; each request: the school, then its first page, for another school each time')

  const figures: Figure[] = []
  for (const atOnce of [1, 8]) {
    const how = atOnce === 1 ? 'one after the other' : `${atOnce} at once`
    for (const side of [door, filter, fewSchools]) await timeRound(side, atOnce)
    const toFilter = await interleave(rounds, () => timeRound(door, atOnce), () => timeRound(filter, atOnce))
    say(`${how}: door ${perRequest(toFilter.a)} ms a request, explicit filter ${perRequest(toFilter.b)} ms; rounds ${spread(toFilter.ratios)}`)
    figures.push(atMost(`door to explicit filter, ${big.schools} schools, ${how}`, median(toFilter.ratios), 1.15, '×'))
    const toFew = await interleave(rounds, () => timeRound(door, atOnce), () => timeRound(fewSchools, atOnce))
    say(`${how}: with ${big.schools} schools ${perRequest(toFew.a)} ms a request, with ${small.schools} ${perRequest(toFew.b)} ms; rounds ${spread(toFew.ratios)}`)
    figures.push(atMost(`door, ${big.schools} to ${small.schools} schools, ${how}`, median(toFew.ratios), 1.1, '×'))
  }
  return figures
}

/** The comparison means something only while both sides give the same answer. */
async function requireSameRows(door: Ask, filter: Ask): Promise<void> {
  for (const school of [1, 5000, 10_000]) {
    const [one, two] = [await door(slugOf(school)), await filter(slugOf(school))]
    if (one.tenant.id !== two.tenant.id || !isDeepStrictEqual(one.front, two.front)) throw new Error(`door and filter differ for ${slugOf(school)}`)
    if (one.front.courseCount !== coursesOfASchool || one.front.courses.some((course) => !course.offer)) throw new Error(`${slugOf(school)} does not show its courses`)
  }
}

/** Milliseconds for one round, a school drawn for each request. */
async function timeRound(side: { ask: Ask; schools: number }, atOnce: number): Promise<number> {
  let left = requestsARound
  const one = async () => {
    while (left-- > 0) await side.ask(slugOf(1 + Math.floor(Math.random() * side.schools)))
  }
  const before = performance.now()
  await Promise.all(Array.from({ length: atOnce }, one))
  return performance.now() - before
}

function perRequest(milliseconds: number[]): string {
  return (median(milliseconds) / requestsARound).toFixed(2)
}

/** The middle half of the rounds: how far the median is to be trusted. */
function spread(ratios: number[]): string {
  const sorted = [...ratios].sort((a, b) => a - b)
  return `mostly ${sorted[Math.floor(sorted.length / 4)]?.toFixed(2)} to ${sorted[Math.floor((sorted.length * 3) / 4)]?.toFixed(2)}`
}
