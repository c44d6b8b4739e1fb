import { ArrowRight } from 'lucide-react'
import { CourseCells } from '#modules/catalog/ui/course-cells.tsx'
import { CourseLead, CourseRows } from '#modules/catalog/ui/course-rows.tsx'
import { CourseShelf } from '#modules/catalog/ui/course-shelf.tsx'
import { CourseTracks } from '#modules/catalog/ui/course-tracks.tsx'
import { schoolLinks } from '#modules/catalog/ui/school-links.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { kindWordsOf } from '#modules/catalog/ui/words/kind-words.ts'
import { Part } from '#modules/storefront/ui/part.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Front } from './block-view.tsx'

const layouts = { shelf: CourseShelf, rows: CourseRows, lead: CourseLead, cells: CourseCells, tracks: CourseTracks }

type CoursesBlockProps = { block: Block<'courses'>; anchor: string; title: string; front: Front }

/** What the school teaches: all of it, or one subject. A subject without a course shows nothing. */
export function CoursesBlock({ block, anchor, title, front }: CoursesBlockProps) {
  const { page, courses, courseCount } = front
  const about = block.subject ? courses.filter((course) => course.subject === block.subject) : courses
  if (block.subject && about.length === 0) return null

  const shown = about.slice(0, block.most)
  const [all, href] = block.subject
    ? [about.length, `${schoolLinks(page).courses}?subject=${encodeURIComponent(block.subject)}`]
    : [courseCount, schoolLinks(page).courses]
  // Only the shelf says what an empty one means.
  const Layout = shown.length === 0 ? CourseShelf : layouts[block.layout]

  return (
    <Part
      anchor={anchor}
      title={title}
      more={
        all > shown.length ? (
          <a href={href} className="touch inline-flex shrink-0 items-center gap-1.5 text-sm text-ink-2 hover:text-ink">
            {kindWordsOf(page.school.preset).allOf(all)}
            <Icon of={ArrowRight} size="sm" className="rtl:rotate-180" />
          </a>
        ) : null
      }
    >
      <Layout courses={shown} school={page.school} base={page.base} />
    </Part>
  )
}
