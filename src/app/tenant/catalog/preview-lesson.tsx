import type { MetaDescriptor } from 'react-router'
import { readPreviewPage, type LessonContent } from '#modules/catalog/index.ts'
import { PreviewLessonPage } from '#modules/catalog/ui/preview-lesson-page.tsx'
import type { Download, LessonMedia } from '#modules/catalog/ui/public-pages.schema.ts'
import { signFileLink, type LinkConfig, type StoredFile } from '#modules/files/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/preview-lesson.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { courseAccess } from './course-access.ts'
import { courseDetail } from './course-views.ts'
import { pageMeta } from './page-meta.ts'
import { schoolPage } from './school-page.ts'
import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'

export const handle: RouteHandle = { isStatic: true }

// Long enough to watch a lesson with pauses.
const linkSeconds = 6 * 3600

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { app, tenant, tenantCtx, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const ctx = await tenantCtx()
  const wantsDraft = new URL(request.url).searchParams.get('preview') === '1'
  const found = await readPreviewPage(ctx, { slug: params.courseSlug, lessonId: params.lessonId, wantsDraft })
  const course = courseDetail({ config: app.config, organizationId: tenant.id, base }, found)
  const { lesson } = found
  return {
    page: await schoolPage(context, request, found.role),
    course,
    access: await courseAccess(app, ctx, found, { base }),
    lesson: {
      id: lesson.id,
      title: lesson.title,
      kind: lesson.kind,
      durationSeconds: lesson.durationSeconds,
      bodyHtml: lesson.bodyHtml || null,
      media: mediaOf(app.config, tenant.id, lesson),
      downloads: downloadsOf(app.config, tenant.id, lesson),
    },
    others: course.sections.flatMap((section) => section.lessons.filter((row) => row.isPreview)),
    meta: {
      title: `${lesson.title} · ${course.title} · ${tenant.name}`,
      description: course.summary,
      url: `${home}/courses/${course.slug}/preview/${lesson.id}`,
      siteName: tenant.name,
      isHidden: found.course.status !== 'published',
    },
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [...pageMeta(loaderData?.meta), ...towardsMedia(loaderData?.lesson.media)]

/** Films lie on a host of their own: its line is opened while the page still comes. */
function towardsMedia(media: LessonMedia | null | undefined): MetaDescriptor[] {
  return media ? [{ tagName: 'link', rel: 'preconnect', href: new URL(media.src).origin }] : []
}

export default function PreviewLesson({ loaderData }: Route.ComponentProps) {
  const { page, course, access, lesson, others } = loaderData
  return <PreviewLessonPage {...page} course={course} access={access} lesson={lesson} others={others} />
}

function mediaOf(config: LinkConfig, organizationId: string, lesson: LessonContent): LessonMedia | null {
  const { media, kind } = lesson
  if (!media || (kind !== 'video' && kind !== 'audio')) return null
  return { kind, src: linkTo(config, organizationId, media), mediaType: media.mediaType }
}

/** PDFs and files are the lesson itself; they stand before what is attached. */
function downloadsOf(config: LinkConfig, organizationId: string, lesson: LessonContent): Download[] {
  const own = lesson.media && (lesson.kind === 'pdf' || lesson.kind === 'file') ? [lesson.media] : []
  return [...own, ...lesson.attachments].map((file) => ({ href: linkTo(config, organizationId, file, file.name), name: file.name, size: sizeInWords(file.sizeBytes) }))
}

function linkTo(config: LinkConfig, organizationId: string, file: StoredFile, downloadName?: string): string {
  return signFileLink({ config, organizationId, fileId: file.fileId, storageKey: file.storageKey, expiresInSeconds: linkSeconds, downloadName })
}
