import { AudioLines, ChevronDown, FileText, Lock, Paperclip, Play, ScrollText, type LucideIcon } from 'lucide-react'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { clockLength, totalLength } from './durations.ts'
import type { LessonKind, LessonRow, SectionView } from './public-pages.schema.ts'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

const icons: Record<LessonKind, LucideIcon> = { video: Play, audio: AudioLines, text: ScrollText, pdf: FileText, file: Paperclip }

/** Long courses begin with their first sections open, so that the page stays readable. */
const openAtFirst = 3

/** The sections and lessons of a course. Sections fold without script. */
export function Syllabus({ sections }: { sections: readonly SectionView[] }) {
  const kind = useKindWords()
  return (
    <ol>
      {sections.map((section, index) => (
        <li key={section.id}>
          <details open={sections.length <= 4 || index < openAtFirst} className="group">
            <summary className="flex items-baseline gap-x-3 pb-2.5 pt-5">
              <h3 className="min-w-0 flex-1 font-semibold">
                <span className="tabular-nums">{index + 1}</span> · {section.title}
              </h3>
              <span className="shrink-0 text-sm text-ink-3 tabular-nums max-[420px]:hidden">{sectionFacts(section, kind.lessonCount)}</span>
              <Icon of={ChevronDown} size="sm" className="self-center text-ink-3 transition-transform group-open:rotate-180" />
            </summary>
            <ul>
              {section.lessons.map((lesson) => (
                <Lesson key={lesson.id} lesson={lesson} />
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  )
}

function Lesson({ lesson }: { lesson: LessonRow }) {
  const words = schoolWords()
  const kind = useKindWords()
  const name = words.lessonKinds[lesson.kind]

  return (
    <li className="relative grid min-h-12 grid-cols-[18px_1fr_auto_auto] items-center gap-x-3 border-t py-2 text-[0.9375rem]">
      <Icon of={icons[lesson.kind]} className="text-ink-3" label={name} />
      {lesson.href ? (
        <a href={lesson.href} className="after:absolute after:inset-0 hover:text-brand-strong">
          {lesson.title}
        </a>
      ) : (
        <span className="text-ink-2">{lesson.title}</span>
      )}
      {lesson.isPreview ? <Chip tone="brand">{words.freePreview}</Chip> : lesson.href ? <span /> : <Icon of={Lock} size="sm" className="text-ink-3" label={kind.withTheCourse} />}
      <span className="min-w-10 text-end text-sm text-ink-3 tabular-nums">{lesson.durationSeconds ? clockLength(lesson.durationSeconds) : name}</span>
    </li>
  )
}

function sectionFacts({ lessons }: SectionView, lessonCount: (lessons: number) => string): string {
  const seconds = lessons.reduce((sum, lesson) => sum + (lesson.durationSeconds ?? 0), 0)
  const count = lessonCount(lessons.length)

  return seconds > 0 ? `${count} · ${totalLength(seconds)}` : count
}
