import { Download as DownloadSign } from 'lucide-react'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Prose } from '#ui/prose.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { clockLength } from './durations.ts'
import { CoursePicture } from './course-card.tsx'
import { PriceTag } from './price-tag.tsx'
import type { CourseAccess, CourseCard, LessonMedia, LessonRow, PreviewLesson, SchoolPage } from './public-pages.schema.ts'
import { SchoolFrame } from './school-frame.tsx'
import { courseHref, schoolLinks } from './school-links.ts'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

type PreviewLessonPageProps = SchoolPage & {
  course: CourseCard
  lesson: PreviewLesson
  access: CourseAccess
  /** The other lessons of the course that are free to see. */
  others?: readonly LessonRow[]
}

/** One lesson of a course, free for everybody: a taste of the rest. */
export function PreviewLessonPage({ course, lesson, access, others = [], ...page }: PreviewLessonPageProps) {
  const { base, links } = page
  const words = schoolWords()
  const kind = useKindWords()
  const crumbs = [
    { label: kind.courses, href: schoolLinks({ base, links }).courses },
    { label: course.title, href: courseHref(base, course.slug) },
    { label: lesson.title },
  ]

  return (
    <SchoolFrame {...page} current="courses">
      <div className="wrap pb-16 pt-3 lg:pb-20 lg:pt-8">
        <Breadcrumbs crumbs={crumbs} />
        <div className="mt-5 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_320px]">
          <article>
            {lesson.media ? <Media media={lesson.media} title={lesson.title} page={page} course={course} /> : null}
            <div className="mt-6 flex flex-wrap items-center gap-x-3.5 gap-y-2">
              <h1 className="text-xl font-semibold tracking-[-0.015em] sm:text-[1.75rem]">{lesson.title}</h1>
              <Chip tone="brand">{words.freePreview}</Chip>
            </div>
            {lesson.bodyHtml ? <Prose html={lesson.bodyHtml} className="mt-5 text-[1.0625rem] leading-[1.65]" /> : null}
            <Downloads downloads={lesson.downloads} />
          </article>
          <aside aria-label={kind.theWholeCourse} className="lg:sticky lg:top-7 lg:self-start">
            <WholeCourse course={course} access={access} page={page} />
            <Others others={others.filter(({ id }) => id !== lesson.id)} />
          </aside>
        </div>
      </div>
    </SchoolFrame>
  )
}

type MediaProps = { media: LessonMedia; title: string; page: SchoolPage; course: CourseCard }

function Media({ media, title, page, course }: MediaProps) {
  const tracks = (media.captions ?? []).map(({ src, locale, label }, index) => (
    <track key={src} kind="captions" src={src} srcLang={locale} label={label} default={index === 0} />
  ))
  if (media.kind === 'video') {
    return (
      // A school may not have captions yet; where it has, they stand in the tracks.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      <video controls playsInline preload="metadata" poster={media.posterUrl ?? undefined} aria-label={title} className="aspect-video w-full rounded-lg bg-stage max-sm:-mx-5 max-sm:w-[calc(100%+40px)] max-sm:max-w-none max-sm:rounded-none">
        <source src={media.src} type={media.mediaType ?? undefined} />
        {tracks}
      </video>
    )
  }

  return (
    <div className="overflow-hidden rounded-lg border bg-raised">
      <CoursePicture course={course} school={page.school} className="aspect-[16/6] rounded-none" />
      <div className="p-4">
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- as above */}
        <audio controls preload="metadata" aria-label={title} className="w-full">
          <source src={media.src} type={media.mediaType ?? undefined} />
          {tracks}
        </audio>
      </div>
    </div>
  )
}

function Downloads({ downloads }: Pick<PreviewLesson, 'downloads'>) {
  if (downloads.length === 0) return null

  return (
    <section aria-labelledby="downloads" className="mt-10">
      <h2 id="downloads" className="mb-2.5 font-semibold">
        {schoolWords().toDownload}
      </h2>
      <Rows>
        {downloads.map(({ href, name, size }) => (
          <Row key={href} href={href} start={<Icon of={DownloadSign} className="text-ink-3" />} title={name} end={<span className="text-sm text-ink-3">{size}</span>} />
        ))}
      </Rows>
    </section>
  )
}

function WholeCourse({ course, access, page }: { course: CourseCard; access: CourseAccess; page: SchoolPage }) {
  const words = schoolWords()
  const kind = useKindWords()
  return (
    <div className="rounded-lg border bg-raised p-[18px]">
      <p className="text-sm text-ink-3">{kind.partOf}</p>
      <p className="mt-0.5 text-[1.125rem] font-semibold leading-snug">{course.title}</p>
      <p className="mt-1 flex items-baseline justify-between gap-4 text-sm text-ink-2 tabular-nums">
        {kind.lessonCount(course.lessonCount)}
        {access.kind === 'buy' ? <PriceTag price={course.price} locale={page.school.locale} className="text-lg text-ink" /> : null}
      </p>
      <div className="mt-4 grid gap-2">
        {access.kind === 'enrolled' ? (
          <ButtonLink variant="main" href={access.continueHref} wide>
            {words.continueLearning}
          </ButtonLink>
        ) : null}
        {access.kind === 'buy' || access.kind === 'start-free' ? (
          <form method="post" action={access.action}>
            <Button type="submit" variant="main" wide>
              {access.kind === 'buy' ? kind.buy : words.startLearningFree}
            </Button>
          </form>
        ) : null}
        <ButtonLink href={courseHref(page.base, course.slug)} wide>
          {kind.seeAllLessons}
        </ButtonLink>
      </div>
    </div>
  )
}

function Others({ others }: { others: readonly LessonRow[] }) {
  if (others.length === 0) return null

  return (
    <section aria-labelledby="others" className="mt-9">
      <h2 id="others" className="mb-2.5 font-semibold">
        {schoolWords().alsoFree}
      </h2>
      <Rows>
        {others.map(({ id, title, href, durationSeconds }) => (
          <Row key={id} href={href ?? undefined} title={title} end={durationSeconds ? <span className="text-sm text-ink-3">{clockLength(durationSeconds)}</span> : null} />
        ))}
      </Rows>
    </section>
  )
}
