import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKindWords } from '#modules/catalog/ui/words/kind-words.ts'
import { Icon } from '#ui/icon.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { PlayerCourse } from '../player/player.schema.ts'
import { usePlayerKind } from './words/player-kind-words.ts'

type PlayerBarProps = {
  course: PlayerCourse
  /** The school's sign and name, as a link home. */
  mark: ReactNode
  libraryHref: string
  courseHref: string
  /** Who is signed in, as a menu; a phone has no room for it and goes by "My courses". */
  person: ReactNode
}

/** The line above the player: where one is, and how far the course is. */
export function PlayerBar({ course, mark, libraryHref, courseHref, person }: PlayerBarProps) {
  const kind = usePlayerKind()
  const progress = useKindWords().lessonsDoneOf(course.completedCount, course.lessonCount)
  return (
    <header className="flex h-14 items-center gap-3 border-b px-4 sm:h-[61px] sm:gap-3.5 sm:px-5">
      <a href={libraryHref} aria-label={kind.myCourses} className="touch -ml-1 grid size-9 place-items-center rounded-md text-ink-2 hover:bg-sunken sm:hidden">
        <Icon of={ChevronLeft} size="xl" />
      </a>
      <div className="hidden min-w-0 max-w-[40%] shrink-0 sm:block">{mark}</div>
      <span aria-hidden="true" className="hidden text-ink-3 sm:inline">
        /
      </span>
      <a href={courseHref} className="min-w-0 truncate text-[0.9375rem] text-ink-2 hover:text-ink max-sm:font-medium max-sm:text-ink">
        {course.title}
      </a>
      <div className="ml-auto flex shrink-0 items-center gap-3.5">
        <span className="text-sm text-ink-2 tabular-nums max-sm:hidden">{progress}</span>
        <span aria-hidden="true" className="text-sm text-ink-2 tabular-nums sm:hidden">
          {course.completedCount}/{course.lessonCount}
        </span>
        <ProgressBar label={kind.course} share={course.lessonCount > 0 ? course.completedCount / course.lessonCount : 0} valueText={progress} className="w-16 sm:w-[140px]" />
        <div className="hidden sm:block">{person}</div>
      </div>
    </header>
  )
}
