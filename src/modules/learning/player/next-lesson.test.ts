import { describe, expect, it } from 'vitest'
import { lessonToGoOnWith, neighbours, resumePosition } from './next-lesson.ts'

const lessons = (marks: string) => [...marks].map((mark, index) => ({ id: `${index}`, isComplete: mark === 'x' }))

describe('the lesson to go on with', () => {
  it('is the one last opened while it is not complete', () => expect(lessonToGoOnWith(lessons('x.x.'), '3')?.id).toBe('3'))
  it('is the next open one after a completed one', () => expect(lessonToGoOnWith(lessons('.xx.'), '1')?.id).toBe('3'))
  it('is what was skipped when nothing is open after it', () => expect(lessonToGoOnWith(lessons('.xx'), '2')?.id).toBe('0'))
  it('is the first for who has just begun', () => expect(lessonToGoOnWith(lessons('...'), null)?.id).toBe('0'))
  it('is the last opened when all are complete', () => expect(lessonToGoOnWith(lessons('xxx'), '1')?.id).toBe('1'))
  it('forgets a lesson that was deleted', () => expect(lessonToGoOnWith(lessons('x.'), 'gone')?.id).toBe('1'))
  it('is nothing in a course without lessons', () => expect(lessonToGoOnWith([], null)).toBeNull())
})

describe('playing', () => {
  it('goes on where it was left', () => expect(resumePosition(227.4, 572)).toBe(227.4))
  it('begins anew for who was at the end', () => expect(resumePosition(571, 572)).toBe(0))
  it('has a way back and a way on', () => {
    expect(neighbours(lessons('...'), '1')).toMatchObject({ previous: { id: '0' }, next: { id: '2' } })
    expect(neighbours(lessons('...'), '2').next).toBeNull()
    expect(neighbours(lessons('...'), 'gone')).toEqual({ previous: null, next: null })
  })
})
