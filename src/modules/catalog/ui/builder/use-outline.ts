import type { DragEndEvent, DragOverEvent } from '@dnd-kit/core'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { moveLessonIn, moveSectionIn, stepLessonIn, type Outline } from '../../sections/outline.ts'
import type { FormAnswer, SectionLine } from './builder.schema.ts'
import { useSaid } from './use-said.ts'

/**
 * The order that is shown: the server's, and ahead of it while a move is on its way. What the server then says
 * stands, so a move that failed goes back by itself.
 */
export function useOutline(sections: readonly SectionLine[]) {
  const fetcher = useFetcher<FormAnswer>()
  const [order, setOrder] = useState<Outline>(() => outlineOf(sections))
  const [isDragging, setDragging] = useState(false)
  const isSettled = fetcher.state === 'idle' && !isDragging
  useSaid(fetcher.data, false)
  useEffect(() => {
    if (isSettled) setOrder(outlineOf(sections))
  }, [sections, isSettled])

  const send = (next: Outline, fields: Record<string, string>) => {
    setOrder(next)
    void fetcher.submit(fields, { method: 'post' })
  }
  return {
    order,
    isSaving: fetcher.state !== 'idle',
    hasSaved: fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data,
    /** Moves by a step: the form is the one that works without script. */
    step(form: FormData) {
      const { intent, to, lessonId, sectionId } = Object.fromEntries(form) as Record<string, string>
      const at = order.findIndex((section) => section.sectionId === sectionId)
      const next = lessonId ? stepLessonIn(order, lessonId, to === 'up' ? 'up' : 'down') : moveSectionIn(order, sectionId ?? '', to === 'up' ? at - 1 : at + 1)
      send(next, { intent: intent ?? '', to: to ?? '', ...(lessonId ? { lessonId } : { sectionId: sectionId ?? '' }) })
    },
    start: () => setDragging(true),
    cancel() {
      setDragging(false)
      setOrder(outlineOf(sections))
    },
    /** A lesson over another section goes there at once, so that room is made for it. */
    over({ active, over }: DragOverEvent) {
      if (!over || active.data.current?.kind !== 'lesson') return
      const place = placeOf(order, String(over.id))
      const home = order.find((section) => section.lessonIds.includes(String(active.id)))
      if (place && place.sectionId !== home?.sectionId) setOrder(moveLessonIn(order, String(active.id), place))
    },
    end({ active, over }: DragEndEvent) {
      setDragging(false)
      if (!over) return setOrder(outlineOf(sections))
      const id = String(active.id)
      if (active.data.current?.kind === 'section') {
        const index = order.findIndex((section) => section.sectionId === String(over.id))
        if (index >= 0) send(moveSectionIn(order, id, index), { intent: 'move-section', sectionId: id, to: String(index) })
        return
      }
      const place = String(over.id) === id ? placeOf(order, id) : placeOf(order, String(over.id))
      if (place) send(moveLessonIn(order, id, place), { intent: 'move-lesson', lessonId: id, sectionId: place.sectionId, index: String(place.index) })
    },
  }
}

function outlineOf(sections: readonly SectionLine[]): Outline {
  return sections.map((section) => ({ sectionId: section.id, lessonIds: section.lessons.map((lesson) => lesson.id) }))
}

/** Where a lesson stands, or the beginning of a section that is empty. */
function placeOf(order: Outline, id: string): { sectionId: string; index: number } | null {
  const section = order.find((each) => each.sectionId === id) ?? order.find((each) => each.lessonIds.includes(id))
  if (!section) return null
  return { sectionId: section.sectionId, index: Math.max(0, section.lessonIds.indexOf(id)) }
}
