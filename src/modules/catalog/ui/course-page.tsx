import { Check } from 'lucide-react'
import { Avatar } from '#ui/avatar.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Prose } from '#ui/prose.tsx'
import { BuyBar, BuyBox } from './buy-box.tsx'
import { totalLength } from './durations.ts'
import type { CourseAccess, CourseDetail, OwnerNotice, SchoolPage } from './public-pages.schema.ts'
import { SchoolFrame } from './school-frame.tsx'
import { schoolLinks } from './school-links.ts'
import { Syllabus } from './syllabus.tsx'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

type CoursePageProps = SchoolPage & {
  course: CourseDetail
  access: CourseAccess
  teacher?: { name: string; imageUrl?: string | null } | null
  /** What keeps the course from being sold, said only to those who can mend it. */
  ownerNotice?: OwnerNotice | null
}

/** Everything one needs to know before buying a course. */
export function CoursePage({ course, access, teacher, ownerNotice, ...page }: CoursePageProps) {
  const { school, base, links } = page
  const words = schoolWords()
  const kind = useKindWords()
  const crumbs = [{ label: kind.courses, href: schoolLinks({ base, links }).courses }, { label: course.title }]

  return (
    <SchoolFrame {...page} current="courses">
      <div className="wrap pb-16 pt-3 lg:pb-20 lg:pt-10">
        {ownerNotice ? (
          <Notice
            tone="warn"
            title={ownerNotice.title}
            action={
              <ButtonLink size="sm" href={ownerNotice.href}>
                {ownerNotice.linkLabel}
              </ButtonLink>
            }
            className="mb-8"
          >
            {ownerNotice.text}
          </Notice>
        ) : null}
        <div className="grid gap-x-[72px] lg:grid-cols-[minmax(0,1fr)_360px] lg:grid-rows-[auto_1fr]">
          <div className="pb-8 lg:pb-0">
            <Breadcrumbs crumbs={crumbs} className="mb-3.5" />
            <h1 className="display text-[2.375rem] leading-[1.06] tracking-[-0.025em] font-[430] sm:text-[3.25rem] sm:leading-[1.04]">{course.title}</h1>
            {course.summary ? <p className="mt-4 max-w-[34em] text-[1.0625rem] leading-normal text-ink-2 sm:text-[1.1875rem]">{course.summary}</p> : null}
            <Facts course={course} teacher={teacher ?? (course.teacherName ? { name: course.teacherName } : null)} />
          </div>
          <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <BuyBox course={course} access={access} school={school} />
          </div>
          <CourseBody course={course} />
        </div>
      </div>
      <BuyBar course={course} access={access} school={school} />
    </SchoolFrame>
  )
}

type FactsProps = { course: CourseDetail; teacher: CoursePageProps['teacher'] }

function Facts({ course, teacher }: FactsProps) {
  const words = schoolWords()
  const kind = useKindWords()
  const facts = [
    course.level ? levelName(course.level) : '',
    course.lessonCount > 0 ? kind.lessonCount(course.lessonCount) : '',
    course.durationSeconds ? words.toWatchAndHear(totalLength(course.durationSeconds)) : '',
  ].filter(Boolean)

  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-[18px] gap-y-2 text-sm text-ink-2">
      {teacher ? (
        <span className="flex items-center gap-2.5 text-ink">
          <Avatar name={teacher.name} imageUrl={teacher.imageUrl} />
          {teacher.name}
        </span>
      ) : null}
      {facts.length > 0 ? <span className="tabular-nums">{facts.join(' · ')}</span> : null}
    </div>
  )
}

/** Our levels in the reader's language; a school's own as it says it. */
function levelName(level: string): string {
  const names: Record<string, string> = schoolWords().levels
  return (Object.hasOwn(names, level) ? names[level] : null) ?? `${level.charAt(0).toLocaleUpperCase()}${level.slice(1)}`
}

const partTitle = 'display text-[1.625rem] leading-tight'

function CourseBody({ course }: { course: CourseDetail }) {
  const words = schoolWords()
  const kind = useKindWords()
  return (
    <div className="lg:col-start-1">
      {course.outcomes.length > 0 ? (
        <section aria-labelledby="outcomes" className="pt-12">
          <h2 id="outcomes" className={partTitle}>
            {words.outcomes}
          </h2>
          <ul className="mt-3.5 grid gap-x-7 gap-y-2.5 text-ink-2 sm:grid-cols-2">
            {course.outcomes.map((outcome) => (
              <li key={outcome} className="flex gap-2.5 text-[0.9375rem]">
                <Icon of={Check} size="sm" className="mt-1 text-brand" />
                <span>{outcome}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="lessons" className="pt-12">
        <h2 id="lessons" className={partTitle}>
          {kind.lessons}
        </h2>
        {course.sections.length > 0 ? (
          <Syllabus sections={course.sections} />
        ) : (
          <p className="mt-3 text-ink-2">{kind.lessonsComing}</p>
        )}
      </section>
      {course.descriptionHtml ? (
        <section aria-labelledby="about" className="pt-12">
          <h2 id="about" className={partTitle}>
            {kind.aboutCourse}
          </h2>
          <Prose html={course.descriptionHtml} className="mt-3.5 text-ink-2" />
        </section>
      ) : null}
    </div>
  )
}
