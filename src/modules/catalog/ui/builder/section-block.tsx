import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { GripVertical } from 'lucide-react'
import { countedAs } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { totalLength } from '../durations.ts'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { AddLesson } from './add-lesson.tsx'
import type { FormAnswer, SectionLine } from './builder.schema.ts'
import { LessonLine } from './lesson-line.tsx'
import { SectionMore } from './section-more.tsx'
import { StepButtons } from './step-buttons.tsx'
import { translate } from './translate.ts'
import { useHydrated } from './use-hydrated.ts'

type SectionBlockProps = {
  section: SectionLine
  index: number
  count: number
  /** What the addresses of lessons begin with. */
  lessonsHref: string
  onStep: (form: FormData) => void
  /** What the page's action said to a form that came without script. */
  answer: FormAnswer
}

/** A section with its lessons. */
export function SectionBlock({ section, index, count, lessonsHref, onStep, answer }: SectionBlockProps) {
  const kinds = useBuilderKind()
  const { lesson } = useWording()
  const sortable = useSortable({ id: section.id, data: { kind: 'section', title: section.title, isEmpty: section.lessons.length === 0 } })
  const seconds = section.lessons.reduce((sum, one) => sum + (one.durationSeconds ?? 0), 0)
  const isEnd = (place: number) => index === count - 1 && place === section.lessons.length - 1

  return (
    <section
      ref={sortable.setNodeRef}
      aria-labelledby={`section-${section.id}`}
      style={{ transform: translate(sortable.transform), transition: sortable.transition }}
      className={cn('relative', sortable.isDragging && 'z-10 rounded-md bg-raised shadow-float')}
    >
      <div className="flex items-center gap-2.5 border-b border-edge pb-1.5">
        <Grip title={section.title} sortable={sortable} />
        <h2 id={`section-${section.id}`} className="min-w-0 flex-1 text-base font-semibold">
          {index + 1} · {section.title}
        </h2>
        <span className="text-sm text-ink-3 tabular-nums max-sm:hidden">
          {countedAs(section.lessons.length, lesson)}
          {seconds > 0 ? ` · ${totalLength(seconds)}` : ''}
        </span>
        <form
          method="post"
          className="flex"
          onSubmit={(event) => {
            event.preventDefault()
            onStep(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter))
          }}
        >
          <input type="hidden" name="intent" value="move-section" />
          <input type="hidden" name="sectionId" value={section.id} />
          <StepButtons title={section.title} isFirst={index === 0} isLast={index === count - 1} />
        </form>
        <SectionMore section={section} answer={answer} />
      </div>
      <SortableContext items={section.lessons.map((lesson) => lesson.id)} strategy={verticalListSortingStrategy}>
        <ol aria-label={kinds.lessonsOf(section.title)}>
          {section.lessons.map((lesson, place) => (
            <LessonLine key={lesson.id} lesson={lesson} href={`${lessonsHref}/${lesson.id}`} isFirst={index === 0 && place === 0} isLast={isEnd(place)} onStep={onStep} />
          ))}
        </ol>
      </SortableContext>
      <AddLesson sectionId={section.id} isFirst={section.lessons.length === 0} answer={answer} />
    </section>
  )
}

function Grip({ title, sortable }: { title: string; sortable: ReturnType<typeof useSortable> }) {
  if (!useHydrated()) return <span className="-ml-1.5 w-6 shrink-0" />

  return (
    <button
      ref={sortable.setActivatorNodeRef}
      type="button"
      {...sortable.attributes}
      {...sortable.listeners}
      aria-label={builderWords().dragSection(title)}
      className="touch -ml-1.5 grid h-9 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-[8px] text-ink-3 opacity-55 hover:bg-sunken hover:opacity-100 focus-visible:opacity-100 active:cursor-grabbing"
    >
      <Icon of={GripVertical} size="sm" />
    </button>
  )
}
