import { closestCorners, DndContext, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors, type Announcements, type CollisionDetection } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Layers } from 'lucide-react'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { AddSection } from './add-section.tsx'
import type { FormAnswer, LessonLine, SectionLine } from './builder.schema.ts'
import { SectionBlock } from './section-block.tsx'
import { useOutline } from './use-outline.ts'

type OutlineEditorProps = { courseTitle: string; sections: readonly SectionLine[]; lessonsHref: string; answer: FormAnswer }

/** The sections and lessons of a course, put in order by hand, by keys or by buttons. */
export function OutlineEditor({ courseTitle, sections, lessonsHref, answer }: OutlineEditorProps) {
  const { lesson } = useEnglishWording()
  const outline = useOutline(sections)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const shown = inOrder(sections, outline.order)
  if (sections.length === 0) {
    return (
      <EmptyState icon={Layers} title="Begin with a section" action={<AddSection suggested={courseTitle} answer={answer} />}>
        A section holds the {lesson.many} that belong together: a week, a theme, a piece. For something short, one is enough.
      </EmptyState>
    )
  }

  return (
    <DndContext
      id="outline"
      sensors={sensors}
      collisionDetection={collide}
      accessibility={{ announcements, screenReaderInstructions: { draggable: 'Press space to lift, arrow keys to move, space to put down, escape to cancel.' } }}
      onDragStart={outline.start}
      onDragOver={outline.over}
      onDragEnd={outline.end}
      onDragCancel={outline.cancel}
    >
      <div className="min-w-0">
        <SortableContext items={shown.map((section) => section.id)} strategy={verticalListSortingStrategy}>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
            {shown.map((section, index) => (
              <SectionBlock key={section.id} section={section} index={index} count={shown.length} lessonsHref={lessonsHref} onStep={outline.step} answer={answer} />
            ))}
          </div>
        </SortableContext>
        <div className="mt-8 border-t pt-6">
          <AddSection answer={answer} />
        </div>
        <p role="status" className="mt-3 min-h-5 text-[0.8125rem] text-ink-3">
          {outline.isSaving ? 'Saving the order…' : outline.hasSaved ? 'The order is saved.' : ''}
        </p>
      </div>
    </DndContext>
  )
}

/** Sections are put between sections, lessons between lessons or into a section that has none. */
const collide: CollisionDetection = (args) => {
  const isSection = args.active.data.current?.kind === 'section'
  const fitting = args.droppableContainers.filter(({ data }) => (isSection ? data.current?.kind === 'section' : data.current?.kind === 'lesson' || data.current?.isEmpty))
  return closestCorners({ ...args, droppableContainers: fitting })
}

const titleOf = (item: { data: { current?: Record<string, unknown> } } | null) => String(item?.data.current?.title ?? '')
const announcements: Announcements = {
  onDragStart: ({ active }) => `Lifted ${titleOf(active)}.`,
  onDragOver: ({ active, over }) => (over ? `${titleOf(active)} is over ${titleOf(over)}.` : `${titleOf(active)} is nowhere.`),
  onDragEnd: ({ active, over }) => (over ? `Put ${titleOf(active)} at the place of ${titleOf(over)}.` : `Put ${titleOf(active)} back.`),
  onDragCancel: ({ active }) => `Put ${titleOf(active)} back.`,
}

function inOrder(sections: readonly SectionLine[], order: readonly { sectionId: string; lessonIds: readonly string[] }[]): SectionLine[] {
  const lessons = new Map<string, LessonLine>(sections.flatMap((section) => section.lessons).map((lesson) => [lesson.id, lesson]))
  return order.flatMap(({ sectionId, lessonIds }) => {
    const section = sections.find((each) => each.id === sectionId)
    return section ? [{ ...section, lessons: lessonIds.flatMap((id) => lessons.get(id) ?? []) }] : []
  })
}
