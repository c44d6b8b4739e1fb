import { z } from 'zod'
import { listStudioCourses, readCourseBuilder } from '#modules/catalog/index.ts'
import { lessonKinds } from '#modules/catalog/index.ts'
import { cents, currency, id, idParam, instant, one, page } from '../common.schema.ts'
import { cursorOf, writeCursor } from '../cursor.ts'
import { endpoint } from '../endpoint.ts'

const group = 'Courses'
const status = z.enum(['draft', 'published', 'unlisted']).meta({ description: 'Unlisted ones are open to whoever knows their address.', example: 'published' })
const price = z.object({ amountCents: cents('The price'), currency }).nullable().meta({ description: 'Null while no price is set; 0 is free.' })
const head = {
  id: id('The course.'),
  slug: z.string().meta({ description: 'Its address on the site: `/courses/<slug>`.', example: 'piano-for-beginners' }),
  title: z.string().meta({ example: 'Piano for beginners' }),
  subject: z.string().meta({ example: 'piano' }),
  status,
  price,
}
const course = z.object({ ...head, lessonCount: z.int().meta({ description: 'Lessons in it.', example: 24 }) }).meta({ id: 'Course' })

const lesson = z.object({
  id: id('The lesson.'),
  title: z.string().meta({ example: 'Sitting at the piano' }),
  kind: z.enum(lessonKinds).meta({ example: 'video' }),
  isPreview: z.boolean().meta({ description: 'Whether everybody may see it.', example: true }),
  durationSeconds: z.number().nullable().meta({ description: 'Of its recording; null without one.', example: 412 }),
})
const section = z.object({ id: id('The section.'), title: z.string().meta({ example: 'First steps' }), lessons: z.array(lesson) })
const courseDetail = z
  .object({
    ...head,
    level: z.string().meta({ example: 'beginner' }),
    summary: z.string().meta({ example: 'From the first note to a whole piece.' }),
    descriptionHtml: z.string().meta({ description: 'As its page shows it.', example: '<p>Twelve weeks, a little every day.</p>' }),
    outcomes: z.array(z.string()).meta({ description: 'What one can do afterwards.', example: ['Play with both hands'] }),
    publishedAt: instant('When it first stood on the site.').nullable(),
    sections: z.array(section),
  })
  .meta({ id: 'CourseDetail' })

const money = (found: { cents: number; currency: string } | null) => found && { amountCents: found.cents, currency: found.currency }

export const courseEndpoints = [
  endpoint({
    method: 'get', path: '/courses', scope: 'courses:read', group,
    summary: 'List courses',
    description: 'All courses in the order of the school, drafts among them, 50 a page.',
    query: z.object({ after: cursorOf('courses') }),
    answers: { 200: { description: 'A page of courses.', schema: page(course) } },
    faults: [],
    async run(ctx, { query }) {
      const { courses, nextCursor } = await listStudioCourses(ctx, { after: query.after ?? null })
      return { status: 200, body: { data: courses.map((found) => ({ ...found, price: money(found.price) })), nextCursor: writeCursor('courses', nextCursor) } }
    },
  }),
  endpoint({
    method: 'get', path: '/courses/{id}', scope: 'courses:read', group,
    summary: 'Read a course',
    description: 'A course with its sections and lessons. What is in the lessons is for those who learn them, and not told here.',
    params: idParam,
    answers: { 200: { description: 'The course.', schema: one(courseDetail) } },
    faults: [],
    async run(ctx, { params }) {
      const { course: found, sections, price: asked } = await readCourseBuilder(ctx, params.id)
      const { description_html: descriptionHtml, published_at: publishedAt, ...rest } = found
      return { status: 200, body: { data: { ...rest, descriptionHtml, publishedAt: publishedAt?.toISOString() ?? null, price: money(asked), sections } } }
    },
  }),
]
