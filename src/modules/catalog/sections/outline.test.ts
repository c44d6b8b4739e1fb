import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveLessonIn, moveSectionIn, stepLessonIn, type Outline } from './outline.ts'

/** Sections with letters, lessons with numbers, all different. */
const outlines = fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }).map((sizes): Outline => {
  let number = 0
  return sizes.map((size, index) => ({ sectionId: String.fromCharCode(97 + index), lessonIds: Array.from({ length: size }, () => String(number++)) }))
})
const allLessons = (outline: Outline) => outline.flatMap((section) => section.lessonIds)
const sorted = (ids: readonly string[]) => [...ids].sort()

describe('moving in a course', () => {
  it('moves a lesson as splicing a plain array would, and leaves all others in their order', () => {
    fc.assert(fc.property(outlines, fc.nat(), fc.nat(), fc.integer({ min: -3, max: 9 }), (outline, lesson, section, index) => {
      const lessonId = allLessons(outline)[lesson % Math.max(1, allLessons(outline).length)] ?? 'none'
      const sectionId = outline[section % outline.length]?.sectionId ?? ''
      const model = outline.map((each) => ({ sectionId: each.sectionId, lessonIds: each.lessonIds.filter((id) => id !== lessonId) }))
      if (lessonId !== 'none') model.find((each) => each.sectionId === sectionId)?.lessonIds.splice(Math.max(0, index), 0, lessonId)
      expect(moveLessonIn(outline, lessonId, { sectionId, index })).toEqual(model)
    }))
  })

  it('moves a section as splicing a plain array would', () => {
    fc.assert(fc.property(outlines, fc.nat(), fc.integer({ min: -3, max: 9 }), (outline, section, index) => {
      const moved = outline[section % outline.length]
      const model = outline.filter((each) => each !== moved)
      if (moved) model.splice(Math.max(0, index), 0, moved)
      expect(moveSectionIn(outline, moved?.sectionId ?? '', index)).toEqual(model)
    }))
  })

  it('steps a lesson through the whole course and back, one place at a time, losing none', () => {
    fc.assert(fc.property(outlines, fc.nat(), (outline, lesson) => {
      const lessonId = allLessons(outline)[lesson % Math.max(1, allLessons(outline).length)]
      if (!lessonId) return
      const down = stepLessonIn(outline, lessonId, 'down')
      expect(sorted(allLessons(down))).toEqual(sorted(allLessons(outline)))
      if (down !== outline) expect(stepLessonIn(down, lessonId, 'up')).toEqual(outline)
    }))
  })

  it('leaves the outline alone when asked for what is not in it', () => {
    const outline: Outline = [{ sectionId: 'a', lessonIds: ['1'] }]
    expect(moveLessonIn(outline, '9', { sectionId: 'a', index: 0 })).toBe(outline)
    expect(moveLessonIn(outline, '1', { sectionId: 'z', index: 0 })).toBe(outline)
    expect(moveSectionIn(outline, 'z', 0)).toBe(outline)
    expect(stepLessonIn(outline, '1', 'up')).toBe(outline)
  })
})
