import { describe, expect, it } from 'vitest'
import { setUpFaults, setUpSteps } from './set-up-steps.ts'
import type { SetUpFacts } from './teaching.schema.ts'

const nothing: SetUpFacts = { hasCourse: false, hasPrice: false, hasLesson: false, isPublished: false, hasInvited: false, payouts: 'none', hasPaidCourse: false, publishedWithoutPrice: [], publishedWithoutLessons: [] }
const everything: SetUpFacts = { ...nothing, hasCourse: true, hasPrice: true, hasLesson: true, isPublished: true, hasInvited: true, payouts: 'active', hasPaidCourse: true }

describe('setting up a school', () => {
  it('begins with nothing done and ends with everything', () => {
    expect(setUpSteps(nothing, true).map(({ key, isDone }) => [key, isDone])).toEqual([['course', false], ['price', false], ['payouts', false], ['publish', false], ['invite', false]])
    expect(setUpSteps(everything, true).every(({ isDone }) => isDone)).toBe(true)
  })

  it('asks for no payouts where nobody can pay', () => {
    expect(setUpSteps(nothing, false).map(({ key }) => key)).toEqual(['course', 'price', 'publish', 'invite'])
    expect(setUpFaults({ ...everything, payouts: 'none' }, false)).toEqual([])
  })

  it('finds no fault with a school that has not begun, nor with one that is done', () => {
    expect(setUpFaults(nothing, true)).toEqual([])
    expect(setUpFaults(everything, true)).toEqual([])
  })

  it('says what keeps people from buying', () => {
    const course = { id: '1', title: 'Piano' }
    expect(setUpFaults({ ...everything, payouts: 'onboarding' }, true)).toEqual([{ key: 'payouts-missing' }])
    expect(setUpFaults({ ...everything, payouts: 'restricted' }, true)).toEqual([{ key: 'payouts-restricted' }])
    expect(setUpFaults({ ...everything, publishedWithoutPrice: [course] }, true)).toEqual([{ key: 'no-price', courses: [course] }])
    expect(setUpFaults({ ...everything, publishedWithoutLessons: [course] }, true)).toEqual([{ key: 'no-lessons', courses: [course] }])
  })
})
