import { z } from 'zod'
import { endGivenEnrolment, giveEnrolment, listEnrolments, readEnrolment, type Enrolment } from '#modules/learning/index.ts'
import { id, idParam, instant, one, page } from '../common.schema.ts'
import { cursorOf, writeCursor } from '../cursor.ts'
import { endpoint } from '../endpoint.ts'

const group = 'Enrolments'
const enrolment = z
  .object({
    id: id('The enrolment.'),
    courseId: id('Which course.'),
    userId: id('Who learns it.'),
    status: z.enum(['active', 'ended']).meta({ example: 'active' }),
    source: z.enum(['order', 'free', 'invitation']).meta({ description: 'Bought, begun for nothing, or given by the school.', example: 'invitation' }),
    startedAt: instant('When it first began.'),
    endedAt: instant('When it ended.').nullable(),
    completedAt: instant('When the course was finished.').nullable(),
  })
  .meta({ id: 'Enrolment' })

const view = ({ startedAt, endedAt, completedAt, ...rest }: Enrolment) => ({
  ...rest, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, completedAt: completedAt?.toISOString() ?? null,
})

export const enrolmentEndpoints = [
  endpoint({
    method: 'get', path: '/enrolments', scope: 'enrolments:read', group,
    summary: 'List enrolments',
    description: 'Who learns what, newest first, 50 a page; of one course or one person if asked so.',
    query: z.object({ courseId: id('Of this course alone.').optional(), userId: id('Of this person alone.').optional(), after: cursorOf('enrolments').pipe(z.uuid('This is no cursor of the list of enrolments.').optional()) }),
    answers: { 200: { description: 'A page of enrolments.', schema: page(enrolment) } },
    faults: [],
    async run(ctx, { query }) {
      const { enrolments, nextCursor } = await listEnrolments(ctx, { courseId: query.courseId ?? null, userId: query.userId ?? null, after: query.after ?? null })
      return { status: 200, body: { data: enrolments.map(view), nextCursor: writeCursor('enrolments', nextCursor) } }
    },
  }),
  endpoint({
    method: 'get', path: '/enrolments/{id}', scope: 'enrolments:read', group,
    summary: 'Read an enrolment',
    description: 'One enrolment.',
    params: idParam,
    answers: { 200: { description: 'The enrolment.', schema: one(enrolment) } },
    faults: [],
    run: async (ctx, { params }) => ({ status: 200, body: { data: view(await readEnrolment(ctx, params.id)) } }),
  }),
  endpoint({
    method: 'post', path: '/enrolments', scope: 'enrolments:write', group,
    summary: 'Enrol somebody',
    description: 'Lets one of the school’s people into a course without an order. Who may learn it already keeps what they have, and the answer is 200.',
    body: z.strictObject({ courseId: id('Which course: published or unlisted.'), userId: id('One of the school’s people.') }),
    answers: {
      200: { description: 'They may learn it already.', schema: one(enrolment) },
      201: { description: 'They may learn it from now on.', schema: one(enrolment) },
    },
    faults: ['idempotency-key-reused'],
    async run(ctx, { body }) {
      const { enrolment: given, isNew } = await giveEnrolment(ctx, body)
      return { status: isNew ? 201 : 200, body: { data: view(given) } }
    },
  }),
  endpoint({
    method: 'delete', path: '/enrolments/{id}', scope: 'enrolments:write', group,
    summary: 'End an enrolment',
    description: 'Takes back what was given or begun for nothing. What was bought ends with its refund, in the studio. Progress is kept.',
    params: idParam,
    answers: { 204: { description: 'It has ended.', schema: null } },
    faults: ['enrolment-was-bought'],
    async run(ctx, { params }) {
      await endGivenEnrolment(ctx, params.id)
      return { status: 204, body: null }
    },
  }),
]
