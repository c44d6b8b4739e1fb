/** What is needed of a lesson to find the way. */
export interface LessonOnTheWay {
  id: string
  isComplete: boolean
}

/**
 * The lesson to go on with: the one last opened while it is not complete, else the first after it that is not, else
 * the first of all that is not, else the last opened, else the first.
 *
 * @param lessons in the order of the syllabus
 * @returns null for a course without lessons
 */
export function lessonToGoOnWith<Lesson extends LessonOnTheWay>(lessons: readonly Lesson[], lastLessonId: string | null): Lesson | null {
  const lastIndex = lessons.findIndex(({ id }) => id === lastLessonId)
  const last = lessons[lastIndex]
  if (last && !last.isComplete) return last

  const open = lessons.slice(lastIndex + 1).find(({ isComplete }) => !isComplete) ?? lessons.find(({ isComplete }) => !isComplete)
  return open ?? last ?? lessons[0] ?? null
}

/** The lessons beside one: where "previous" and "next" lead. */
export function neighbours<Lesson extends { id: string }>(lessons: readonly Lesson[], lessonId: string): { previous: Lesson | null; next: Lesson | null } {
  const index = lessons.findIndex(({ id }) => id === lessonId)
  if (index < 0) return { previous: null, next: null }

  return { previous: lessons[index - 1] ?? null, next: lessons[index + 1] ?? null }
}

/**
 * Where playing begins: where it was left, or from the start for those who were at the end.
 *
 * @param positionSeconds where it was left
 */
export function resumePosition(positionSeconds: number, durationSeconds: number | null): number {
  const isAtEnd = durationSeconds !== null && positionSeconds >= durationSeconds - Math.min(3, durationSeconds * 0.05)
  return isAtEnd ? 0 : positionSeconds
}
