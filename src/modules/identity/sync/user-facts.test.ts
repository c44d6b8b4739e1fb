import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayApply, type UserFacts, type UserState } from './user-facts.ts'

type Fact = Pick<UserFacts, 'kind' | 'name'> & { occurredAt: Date }

/** What a user looks like after these facts came in this order. */
function apply(facts: readonly Fact[]): { name: string; isGone: boolean } {
  let known: (UserState & { name: string }) | null = null
  for (const fact of facts) {
    if (!mayApply(fact, known)) continue
    const isGone = fact.kind === 'deleted'
    known = { name: isGone ? '' : fact.name, sourceUpdatedAt: fact.occurredAt, deletedAt: isGone ? fact.occurredAt : null }
  }
  return { name: known?.name ?? '', isGone: known?.deletedAt !== null && known !== null }
}

/** The same, told slowly: gone if ever deleted, else what the latest change says, else the creation. */
function model(facts: readonly Fact[]): { name: string; isGone: boolean } {
  if (facts.some(({ kind }) => kind === 'deleted')) return { name: '', isGone: true }
  const rank = ({ kind, occurredAt }: Fact) => occurredAt.getTime() * 2 + (kind === 'created' ? 0 : 1)
  return { name: facts.reduce((latest, fact) => (rank(fact) > rank(latest) ? fact : latest)).name, isGone: false }
}

const moments = fc.integer({ min: 0, max: 4 })
// One creation, and at one moment one truth: what a provider says at a time does not depend on how often it says it.
const life = fc
  .tuple(moments, fc.array(moments, { maxLength: 6 }), fc.option(moments))
  .map(([created, updates, deleted]): Fact[] => [
    { kind: 'created', name: `created at ${created}`, occurredAt: new Date(created) },
    ...updates.map((at): Fact => ({ kind: 'updated', name: `at ${at}`, occurredAt: new Date(at) })),
    ...(deleted === null ? [] : [{ kind: 'deleted' as const, name: '', occurredAt: new Date(deleted) }]),
  ])

describe('facts about a person', () => {
  it('come to the same in any order, late or twice', () => {
    fc.assert(
      fc.property(
        life.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }))),
        ([facts, delivered]) => {
          expect(apply(delivered)).toEqual(model(facts))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of unknown age fill a gap and override nothing', () => {
    expect(mayApply({ kind: 'seen', occurredAt: null }, null)).toBe(true)
    expect(mayApply({ kind: 'seen', occurredAt: null }, { sourceUpdatedAt: null, deletedAt: null })).toBe(true)
    expect(mayApply({ kind: 'seen', occurredAt: null }, { sourceUpdatedAt: new Date(1), deletedAt: null })).toBe(false)
  })
})
