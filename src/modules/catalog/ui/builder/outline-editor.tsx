import { closestCorners, DndContext, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors, type Announcements, type CollisionDetection } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Layers } from 'lucide-react'
import { EmptyState } from '#ui/empty-state.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { AddSection } from './add-section.tsx'
import type { FormAnswer, LessonLine, SectionLine } from './builder.schema.ts'
import { SectionBlock } from './section-block.tsx'
import { useOutline } from './use-outline.ts'

type OutlineEditorProps = { courseTitle: string; sections: readonly SectionLine[]; lessonsHref: string; answer: FormAnswer }

/** The sections and lessons of a course, put in order by hand, by keys or by buttons. */
export function OutlineEditor({ courseTitle, sections, lessonsHref, answer }: OutlineEditorProps) {
  const kind = useBuilderKind()
  const words = builderWords()
  const outline = useOutline(sections)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const shown = inOrder(sections, outline.order)
  if (sections.length === 0) {
    return (
      <EmptyState icon={Layers} title={words.beginWithSection} action={<AddSection suggested={courseTitle} answer={answer} />}>
        {kind.sectionHolds}
      </EmptyState>
    )
  }

  return (
    <DndContext
      id="outline"
      sensors={sensors}
      collisionDetection={collide}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.howToMove } }}
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
          {outline.isSaving ? words.savingOrder : outline.hasSaved ? words.orderSaved : ''}
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
  onDragStart: ({ active }) => builderWords().lifted(titleOf(active)),
  onDragOver: ({ active, over }) => (over ? builderWords().isOver(titleOf(active), titleOf(over)) : builderWords().isNowhere(titleOf(active))),
  onDragEnd: ({ active, over }) => (over ? builderWords().putAt(titleOf(active), titleOf(over)) : builderWords().putBack(titleOf(active))),
  onDragCancel: ({ active }) => builderWords().putBack(titleOf(active)),
}

function inOrder(sections: readonly SectionLine[], order: readonly { sectionId: string; lessonIds: readonly string[] }[]): SectionLine[] {
  const lessons = new Map<string, LessonLine>(sections.flatMap((section) => section.lessons).map((lesson) => [lesson.id, lesson]))
  return order.flatMap(({ sectionId, lessonIds }) => {
    const section = sections.find((each) => each.id === sectionId)
    return section ? [{ ...section, lessons: lessonIds.flatMap((id) => lessons.get(id) ?? []) }] : []
  })
}
