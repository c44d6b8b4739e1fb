import type { SetUpFacts } from './teaching.schema.ts'

/** One thing that a new school does before it can sell. */
export interface SetUpStep {
  key: 'course' | 'price' | 'payouts' | 'publish' | 'invite'
  isDone: boolean
}

/**
 * The way of a new school, in the order that makes sense.
 *
 * @param arePaymentsOn false where the installation has no payment provider: then there are no payouts to connect
 */
export function setUpSteps(facts: SetUpFacts, arePaymentsOn: boolean): SetUpStep[] {
  const steps: (SetUpStep | null)[] = [
    { key: 'course', isDone: facts.hasCourse && facts.hasLesson },
    { key: 'price', isDone: facts.hasPrice },
    arePaymentsOn ? { key: 'payouts', isDone: facts.payouts === 'active' } : null,
    { key: 'publish', isDone: facts.isPublished },
    { key: 'invite', isDone: facts.hasInvited },
  ]
  return steps.filter((step) => step !== null)
}

/** Something that keeps people from buying or learning, though the school believes it is open. */
export type SetUpFault =
  | { key: 'payouts-missing' | 'payouts-restricted' }
  | { key: 'no-price' | 'no-lessons'; courses: { id: string; title: string }[] }

/** What is set up wrongly: only what a visitor would stumble over now. */
export function setUpFaults(facts: SetUpFacts, arePaymentsOn: boolean): SetUpFault[] {
  const faults: SetUpFault[] = []
  if (arePaymentsOn && facts.hasPaidCourse && facts.payouts === 'restricted') faults.push({ key: 'payouts-restricted' })
  if (arePaymentsOn && facts.hasPaidCourse && (facts.payouts === 'none' || facts.payouts === 'onboarding')) faults.push({ key: 'payouts-missing' })
  if (facts.publishedWithoutPrice.length > 0) faults.push({ key: 'no-price', courses: facts.publishedWithoutPrice })
  if (facts.publishedWithoutLessons.length > 0) faults.push({ key: 'no-lessons', courses: facts.publishedWithoutLessons })
  return faults
}
