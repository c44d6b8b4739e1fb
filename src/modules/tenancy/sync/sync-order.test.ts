import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayApply } from '#modules/identity/index.ts'
import { isLaterMembership } from './later-membership.ts'

/** One event about one of a person's memberships in one organization. */
interface Told {
  subject: string
  madeAt: Date
  kind: 'created' | 'updated' | 'deleted'
  occurredAt: Date
  role: string
}

/** The role that a person has after these events came in this order; null when they are no member. */
function apply(delivered: readonly Told[]): string | null {
  const states = new Map<string, { madeAt: Date; sourceUpdatedAt: Date; deletedAt: Date | null }>()
  let row: string | null = null
  for (const told of delivered) {
    if (!mayApply(told, states.get(told.subject) ?? null)) continue
    states.set(told.subject, { madeAt: told.madeAt, sourceUpdatedAt: told.occurredAt, deletedAt: told.kind === 'deleted' ? told.occurredAt : null })
    const others = [...states].filter(([subject]) => subject !== told.subject)
    if (others.every(([subject, { madeAt }]) => isLaterMembership(told, { subject, madeAt }))) row = told.kind === 'deleted' ? null : told.role
  }
  return row
}

/** The same, told slowly: of the membership made last, nothing if it was ever ended, else what was said of it last. */
function model(told: readonly Told[]): string | null {
  const last = told.reduce((latest, one) => (one.madeAt > latest.madeAt ? one : latest))
  const about = told.filter(({ subject }) => subject === last.subject)
  if (about.some(({ kind }) => kind === 'deleted')) return null
  return about.toSorted((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime() || (one.kind === 'created' ? -1 : 1)).at(-1)?.role ?? null
}

// A person comes, changes roles and goes, several times; each time it is a membership of its own.
const stay = fc.record({ updates: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), isEnded: fc.boolean() })
const life = fc.array(stay, { minLength: 1, maxLength: 4 }).map((stays) =>
  stays.flatMap(({ updates, isEnded }, number): Told[] => {
    const begin = number * 10
    const of = (kind: Told['kind'], at: number, role: string): Told => ({ subject: `orgmem_${9 - number}`, madeAt: new Date(begin), kind, occurredAt: new Date(at), role })
    return [
      of('created', begin, `made ${number}`),
      ...updates.map((after) => of('updated', begin + after, `${number} at ${after}`)),
      ...(isEnded ? [of('deleted', begin + 4, '')] : []),
    ]
  }),
)
const delivered = life.chain((told) =>
  fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told, ...told], { minLength: told.length * 3 })),
)

describe('what is said of a person’s memberships in an organization', () => {
  it('comes to the same in any order, often and late, through ends and new beginnings', () => {
    fc.assert(
      fc.property(delivered, ([told, order]) => {
        expect(apply(order)).toBe(model(told))
      }),
      { numRuns: 3000 },
    )
  })

  it('is decided by the name where two were made in one millisecond, whichever came first', () => {
    const madeAt = new Date(1)
    expect(isLaterMembership({ subject: 'b', madeAt }, { subject: 'a', madeAt })).toBe(true)
    expect(isLaterMembership({ subject: 'a', madeAt }, { subject: 'b', madeAt })).toBe(false)
  })
})
