import { ArrowRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Avatar } from '#ui/avatar.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Prose } from '#ui/prose.tsx'
import { CourseShelf } from './course-shelf.tsx'
import { counted } from './durations.ts'
import { HeroPicture } from './hero-picture.tsx'
import type { CourseCard, SchoolPage, Teacher } from './public-pages.schema.ts'
import { SchoolFrame } from './school-frame.tsx'
import { courseHref, schoolLinks } from './school-links.ts'

type StorefrontPageProps = SchoolPage & {
  courses: readonly CourseCard[]
  teachers: readonly Teacher[]
  /** How many courses there are in all, when fewer are given. */
  courseCount?: number
  /** What the school says of itself; already cleaned by the server. */
  aboutHtml?: string | null
}

const shownAtMost = 6

/** A school's first page. */
export function StorefrontPage({ courses, teachers, courseCount = courses.length, aboutHtml, ...page }: StorefrontPageProps) {
  const { school, base, links } = page
  const shown = courses.slice(0, shownAtMost)

  return (
    <SchoolFrame {...page}>
      <Hero page={page} courses={courses} courseCount={courseCount} teachers={teachers} />
      <Part
        id="courses"
        title={courseCount === 1 ? 'The course' : 'Courses'}
        more={courseCount > shown.length ? { href: schoolLinks({ base, links }).courses, label: `All ${courseCount} courses` } : null}
      >
        <CourseShelf courses={shown} school={school} base={base} />
      </Part>
      {teachers.length > 0 ? (
        <Part id="teachers" title={teachers.length === 1 ? 'Your teacher' : 'Teachers'}>
          <Teachers teachers={teachers} />
        </Part>
      ) : null}
      {aboutHtml ? (
        <Part id="about" title={`About ${school.name}`}>
          <Prose html={aboutHtml} className="text-[1.0625rem] text-ink-2" />
        </Part>
      ) : null}
    </SchoolFrame>
  )
}

type HeroProps = { page: SchoolPage } & Required<Pick<StorefrontPageProps, 'courses' | 'courseCount' | 'teachers'>>

function Hero({ page, courses, courseCount, teachers }: HeroProps) {
  const { school, base, links, viewer } = page
  const to = schoolLinks({ base, links })
  const free = courses.find((course) => course.price.kind === 'free' && !course.enrolled)
  const facts = [
    { href: '#courses', words: courseCount > 0 ? counted(courseCount, 'course', 'courses') : '' },
    { href: '#teachers', words: teachers.length > 0 ? counted(teachers.length, 'teacher', 'teachers') : '' },
  ].filter(({ words }) => words !== '')

  return (
    <section className="wrap grid items-center gap-x-14 gap-y-9 pb-14 pt-5 sm:pt-8 lg:grid-cols-[1.08fr_0.92fr] lg:pb-[76px] lg:pt-[52px]">
      <div>
        <h1 className="display-hero text-[clamp(2.625rem,1.55rem+4.6vw,4.25rem)] leading-[1.03]">{school.heroTitle || school.name}</h1>
        {school.heroText || school.tagline ? (
          <p className="mt-5 max-w-[34em] text-[1.0625rem] leading-normal text-ink-2 sm:mt-[22px] sm:text-[1.1875rem]">{school.heroText || school.tagline}</p>
        ) : null}
        <div className="mt-7 flex flex-wrap gap-3 empty:hidden">
          {viewer ? (
            <ButtonLink variant="main" href={to.library}>
              Go to my courses
            </ButtonLink>
          ) : null}
          {courseCount > 0 ? (
            <ButtonLink variant={viewer ? 'plain' : 'main'} href={courseCount > shownAtMost ? to.courses : '#courses'}>
              See the {courseCount === 1 ? 'course' : 'courses'}
            </ButtonLink>
          ) : null}
          {free && !viewer ? <ButtonLink href={courseHref(base, free.slug)}>Try a free one</ButtonLink> : null}
        </div>
        {facts.length > 0 ? (
          <p className="mt-5 text-sm text-ink-3 tabular-nums">
            {facts.map(({ href, words }, index) => (
              <Fragment key={href}>
                {index > 0 ? ' · ' : null}
                <a href={href} className="touch hover:text-ink">
                  {words}
                </a>
              </Fragment>
            ))}
          </p>
        ) : null}
      </div>
      <HeroPicture preset={school.preset} />
    </section>
  )
}

type PartProps = { id: string; title: string; more?: { href: string; label: string } | null; children: ReactNode }

function Part({ id, title, more, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="wrap">
      <div className="border-t py-12 sm:py-[60px]">
        <div className="mb-7 flex items-baseline justify-between gap-4">
          <h2 id={`${id}-title`} className="display text-[1.75rem] leading-[1.1] sm:text-2xl">
            {title}
          </h2>
          {more ? (
            <a href={more.href} className="touch inline-flex shrink-0 items-center gap-1.5 text-sm text-ink-2 hover:text-ink">
              {more.label}
              <Icon of={ArrowRight} size="sm" />
            </a>
          ) : null}
        </div>
        {children}
      </div>
    </section>
  )
}

function Teachers({ teachers }: { teachers: readonly Teacher[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-7 gap-y-8 lg:grid-cols-4">
      {teachers.map(({ id, name, specialities, imageUrl }) => (
        <li key={id}>
          <Avatar name={name} imageUrl={imageUrl} size="lg" />
          <h3 className="mt-3 font-semibold leading-snug">{name}</h3>
          {specialities ? <p className="mt-0.5 text-sm text-ink-2">{specialities}</p> : null}
        </li>
      ))}
    </ul>
  )
}
