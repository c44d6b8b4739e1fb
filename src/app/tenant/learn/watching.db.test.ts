import { RouterContextProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { buildLesson, buildStudent, contextOf } from '../../../../tests/support/build-learning.ts'
import { buildCourse, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { requestContext, type RequestContext } from '../../request-context.ts'
import { action } from './watching.ts'

const database = useTestDatabase()
let count = 0

async function arrange() {
  const { organizationId } = await buildSchool(database(), `watching-route-${(count += 1)}`)
  const course = await buildCourse(database(), organizationId)
  const lessonId = await buildLesson(database(), { organizationId, ...course }, { title: 'Five notes', kind: 'video', durationSeconds: 100, position: 1 })
  const studentId = await buildStudent(database(), organizationId, course.courseId)
  return { organizationId, lessonId, studentId }
}

/** Posts a body as somebody, and gives the status whether it was answered or thrown. */
async function post(at: { organizationId: string; lessonId: string }, userId: string | null, body: string): Promise<number> {
  const context = new RouterContextProvider()
  context.set(requestContext, { tenantCtx: async () => contextOf(database(), at.organizationId, userId) } as unknown as RequestContext)
  const request = new Request('http://melody.test/watching', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  const args = { request, context, params: { courseSlug: 'piano', lessonId: at.lessonId } } as unknown as Parameters<typeof action>[0]
  const answer: unknown = await action(args).catch((thrown: unknown) => thrown)
  return answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 0)
}

describe('telling what was watched', () => {
  const report = JSON.stringify({ from: 0, to: 5, position: 5 })

  it('200: takes a report', async () => {
    const at = await arrange()
    expect(await post(at, at.studentId, report)).toBe(200)
  })

  it('401: from nobody', async () => expect(await post(await arrange(), null, report)).toBe(401))

  it('404: from somebody who is not enrolled, and about no lesson', async () => {
    const at = await arrange()
    expect(await post(at, await buildUser(database(), 'Stranger'), report)).toBe(404)
    expect(await post({ ...at, lessonId: '00000000-0000-7000-8000-000000000000' }, at.studentId, report)).toBe(404)
  })

  it('422: what is no report, and what cannot be', async () => {
    const at = await arrange()
    for (const body of ['no json', '[]', '{}', '{"from":null,"to":5,"position":5}', '{"from":-1,"to":5,"position":5}', '{"from":0,"to":1e9,"position":5}', '{"from":0,"to":99,"position":99}']) {
      expect([body, await post(at, at.studentId, body)]).toEqual([body, 422])
    }
  })
})
