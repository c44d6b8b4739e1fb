/** The order of a course: its sections, and in each the ids of its lessons. */
export type Outline = readonly { readonly sectionId: string; readonly lessonIds: readonly string[] }[]

/**
 * Moves a section.
 *
 * @param toIndex where it stands afterwards; beyond either end means at that end
 * @returns the same outline when the section is not in it
 */
export function moveSectionIn(outline: Outline, sectionId: string, toIndex: number): Outline {
  const moved = outline.find((section) => section.sectionId === sectionId)
  if (!moved) return outline

  const rest = outline.filter((section) => section !== moved)
  return insertAt(rest, moved, toIndex)
}

/**
 * Moves a lesson, within its section or into another one.
 *
 * @param to where it stands afterwards, counted without itself; beyond either end means at that end
 * @returns the same outline when the lesson or the section is not in it
 */
export function moveLessonIn(outline: Outline, lessonId: string, to: { sectionId: string; index: number }): Outline {
  const isKnown = outline.some((section) => section.lessonIds.includes(lessonId)) && outline.some((section) => section.sectionId === to.sectionId)
  if (!isKnown) return outline

  return outline.map((section) => {
    const rest = section.lessonIds.filter((id) => id !== lessonId)
    return { sectionId: section.sectionId, lessonIds: section.sectionId === to.sectionId ? insertAt(rest, lessonId, to.index) : rest }
  })
}

/**
 * Moves a lesson one place up or down; at the edge of its section it goes over into the neighbouring one.
 *
 * @returns the same outline at the very top or bottom
 */
export function stepLessonIn(outline: Outline, lessonId: string, step: 'up' | 'down'): Outline {
  const at = outline.findIndex((section) => section.lessonIds.includes(lessonId))
  const here = outline[at]
  if (!here) return outline

  const index = here.lessonIds.indexOf(lessonId)
  const next = index + (step === 'up' ? -1 : 1)
  if (next >= 0 && next < here.lessonIds.length) return moveLessonIn(outline, lessonId, { sectionId: here.sectionId, index: next })

  const neighbour = outline[at + (step === 'up' ? -1 : 1)]
  if (!neighbour) return outline
  return moveLessonIn(outline, lessonId, { sectionId: neighbour.sectionId, index: step === 'up' ? neighbour.lessonIds.length : 0 })
}

function insertAt<T>(rest: readonly T[], item: T, index: number): T[] {
  const place = Math.min(Math.max(0, Math.trunc(index)), rest.length)
  return [...rest.slice(0, place), item, ...rest.slice(place)]
}
