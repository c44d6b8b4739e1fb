import { useSortable } from '@dnd-kit/sortable'
import { GripVertical } from 'lucide-react'
import { Chip } from '#ui/chip.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { clockLength } from '../durations.ts'
import { builderWords } from '../words/builder-words.ts'
import type { LessonLine as Lesson } from './builder.schema.ts'
import { kindWords } from './lesson-kinds.ts'
import { StepButtons } from './step-buttons.tsx'
import { translate } from './translate.ts'
import { useHydrated } from './use-hydrated.ts'

type LessonLineProps = {
  lesson: Lesson
  href: string
  isFirst: boolean
  isLast: boolean
  onStep: (form: FormData) => void
}

/** One lesson of a section: taken by its grip, by keys, or moved by its buttons. */
export function LessonLine({ lesson, href, isFirst, isLast, onStep }: LessonLineProps) {
  const words = builderWords()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: lesson.id, data: { kind: 'lesson', title: lesson.title } })
  const { icon, label } = kindWords()[lesson.kind]
  const isAwake = useHydrated()

  return (
    <li
      ref={setNodeRef}
      style={{ transform: translate(transform), transition }}
      className={cn('group/line relative flex min-h-12 items-center gap-2.5 border-b bg-paper py-1.5 text-[0.9375rem]', isDragging && 'z-10 rounded-md border-transparent bg-raised shadow-float')}
    >
      {isAwake ? (
        <button ref={setActivatorNodeRef} type="button" {...attributes} {...listeners} aria-label={words.dragNamed(lesson.title)} className="touch -ml-1.5 grid h-9 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-[8px] text-ink-3 opacity-55 hover:bg-sunken hover:opacity-100 focus-visible:opacity-100 active:cursor-grabbing">
          <Icon of={GripVertical} size="sm" />
        </button>
      ) : (
        <span className="-ml-1.5 w-6 shrink-0" />
      )}
      <Icon of={icon} size="sm" label={label} className="text-ink-3" />
      <a href={href} className="touch min-w-0 flex-1 font-medium max-sm:line-clamp-2 sm:truncate hover:text-brand-strong">
        {lesson.title}
      </a>
      {lesson.isPreview ? (
        <Chip tone="brand" className="max-sm:hidden">
          {words.freePreview}
        </Chip>
      ) : null}
      {lesson.hasContent ? null : <Chip className="max-sm:px-1.5">{words.empty}</Chip>}
      <span className="w-12 shrink-0 text-right text-sm text-ink-3 tabular-nums max-sm:hidden">{lesson.durationSeconds ? clockLength(lesson.durationSeconds) : ''}</span>
      <form
        method="post"
        className="flex shrink-0"
        onSubmit={(event) => {
          event.preventDefault()
          onStep(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter))
        }}
      >
        <input type="hidden" name="intent" value="move-lesson" />
        <input type="hidden" name="lessonId" value={lesson.id} />
        <StepButtons title={lesson.title} isFirst={isFirst} isLast={isLast} />
      </form>
    </li>
  )
}
