import type { CourseStatus, LessonKind } from '../../course-words.ts'

/** A lesson as the builder lists it. */
export type LessonLine = {
  id: string
  title: string
  kind: LessonKind
  isPreview: boolean
  durationSeconds: number | null
  hasContent: boolean
  /** How many have begun it. */
  studentCount: number
}

export type SectionLine = { id: string; title: string; lessons: LessonLine[] }

/** A course as the head and the side of its builder show it. */
export type CourseState = {
  id: string
  slug: string
  title: string
  status: CourseStatus
  price: { cents: number; currency: string } | null
  lessonCount: number
  readyLessonCount: number
  /** Who learn it now. */
  studentCount: number
  /** Whether anybody ever had it or is buying it: then it cannot be deleted. */
  isUsed: boolean
  maySetPrice: boolean
  /** Where payouts are set up; null for those who may not. */
  payoutsHref: string | null
  isPayable: boolean
}

/** What an action tells a form: it is done, or what to mend. */
export type FormAnswer =
  | { done: true; said: string | null }
  | { fieldErrors: Record<string, string>; values: Record<string, string>; formError: string | null }
  | undefined

/**
 * What a page's action said to one of the page's forms; nothing when it was to another. Only a page that was sent
 * without script needs it: with script each form hears its own answer.
 */
export function answerTo(answer: FormAnswer, intent: string, sectionId?: string): FormAnswer {
  if (!answer || !('values' in answer)) return undefined
  const { values } = answer
  return values.intent === intent && (sectionId === undefined || values.sectionId === sectionId) ? answer : undefined
}

/** For a field whose fault came with the whole page: it may stand far down, so it is gone to. */
export function goTo(own: FormAnswer, field: string): { autoFocus?: true } {
  return field in faultsOf(own).fieldErrors ? { autoFocus: true } : {}
}

/** The faults of a form's answer; empty when there are none. */
export function faultsOf(answer: FormAnswer): { fieldErrors: Record<string, string>; values: Record<string, string>; formError: string | null } {
  return answer && 'fieldErrors' in answer ? answer : { fieldErrors: {}, values: {}, formError: null }
}
