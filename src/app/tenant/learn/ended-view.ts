import type { RouterContextProvider } from 'react-router'
import { findSchoolContact } from '#modules/learning/index.ts'
import { libraryWords } from '#modules/learning/ui/words/library-words.ts'
import { requestContext } from '../../request-context.ts'
import { schoolPage } from '../catalog/school-page.ts'
import type { LearningVisit } from './enter-learning.ts'

/** What the page says whose access has ended: the course, and where the school can be asked. */
export async function endedView(context: Readonly<RouterContextProvider>, request: Request, visit: LearningVisit, course: { slug: string; title: string }) {
  const { app } = context.get(requestContext)
  return {
    kind: 'ended' as const,
    page: await schoolPage(context, request, null),
    course,
    contactEmail: await findSchoolContact({ ...app.systemCtx, organizationId: visit.tenant.id }),
    title: libraryWords().endedTitle(course.title, visit.tenant.name),
  }
}

export type EndedView = Awaited<ReturnType<typeof endedView>>
