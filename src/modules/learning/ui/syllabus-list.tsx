import { Check, Circle, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import type { PlayerLessonLine, PlayerSection } from '../player/player.schema.ts'
import { clockText } from './clock-text.ts'
import { playerWords } from './words/player-words.ts'

type SyllabusListProps = {
  sections: readonly PlayerSection[]
  currentId: string
  /** A link to a lesson; the page knows how it goes there. */
  link: (lessonId: string, props: { className: string; 'aria-current'?: 'page'; children: ReactNode }) => ReactNode
}

const kindWords = () => ({ text: playerWords().text, pdf: 'PDF', file: playerWords().file, audio: playerWords().audio, video: playerWords().video } as const)

/** All lessons of the course beside the player: done, open, and the one that is open here. */
export function SyllabusList({ sections, currentId, link }: SyllabusListProps) {
  return (
    <ol>
      {sections.map((section) => (
        <li key={section.id} className="pb-2.5">
          {sections.length > 1 ? <h3 className="px-5 pb-1.5 pt-2.5 text-[0.8125rem] font-medium text-ink-3">{section.title}</h3> : null}
          <ul>
            {section.lessons.map((lesson) => (
              <li key={lesson.id}>
                {link(lesson.id, {
                  className: cn(
                    'grid min-h-11 grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-[11px] px-5 py-2 text-[0.9375rem] focus-visible:-outline-offset-2',
                    lesson.id === currentId ? 'bg-brand-tint font-medium text-brand-strong' : 'hover:bg-sunken',
                  ),
                  'aria-current': lesson.id === currentId ? 'page' : undefined,
                  children: <Line lesson={lesson} isCurrent={lesson.id === currentId} />,
                })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Line({ lesson, isCurrent }: { lesson: PlayerLessonLine; isCurrent: boolean }) {
  const { isComplete, title, durationSeconds, kind } = lesson
  return (
    <>
      {isComplete ? (
        <Icon of={Check} label={playerWords().done} className={isCurrent ? undefined : 'text-good'} />
      ) : isCurrent ? (
        <Icon of={Play} size="sm" className="ml-px fill-current" />
      ) : (
        <Icon of={Circle} size="sm" className="ml-px text-ink-3" />
      )}
      <span className="text-pretty leading-snug">{title}</span>
      <span className={cn('text-[0.8125rem] tabular-nums', !isCurrent && 'text-ink-3')}>{durationSeconds ? clockText(durationSeconds) : kindWords()[kind]}</span>
    </>
  )
}
