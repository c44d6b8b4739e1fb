import { readCoursePage } from '#modules/catalog/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/course-picture.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import { answerPicture } from './answer-picture.ts'
import { courseArt, socialColours } from './social-art.tsx'

/** What messengers show of a course: its title, what it teaches, the cover that is drawn for it. */
export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { tenant, tenantCtx } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const { course } = await readCoursePage(await tenantCtx(), { slug: params.courseSlug })
  return answerPicture(request, {
    title: course.title,
    schoolName: tenant.name,
    line: course.summary || [course.teacherName ?? '', course.level].filter(Boolean).join(' · '),
    colours: socialColours(tenant.brand_colour),
    art: courseArt({ id: course.id, subject: course.subject || null }, { preset: tenant.preset, brand: tenant.brand_colour }),
  })
})
