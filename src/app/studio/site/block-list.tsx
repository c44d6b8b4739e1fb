import { closestCenter, DndContext, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors, type Announcements } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { GripVertical, Trash2 } from 'lucide-react'
import { useFetcher } from 'react-router'
import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { StepButtons } from '#modules/catalog/ui/builder/step-buttons.tsx'
import { translate } from '#modules/catalog/ui/builder/translate.ts'
import { useHydrated } from '#modules/catalog/ui/builder/use-hydrated.ts'
import { useSaid } from '#modules/catalog/ui/builder/use-said.ts'
import type { BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { siteWords } from '../../words/site-words.ts'
import { useBlockWords } from './kind-words.ts'
import { useBlockOrder } from './use-block-order.ts'
import { inWriting, type Writing } from './writing.ts'

/** A block as the list shows it. */
export interface BlockLine {
  id: string
  kind: BlockKind
  /** Its heading, or the beginning of its text. */
  title: string
  /** Why visitors do not see it yet, or what it does not say in the language that is written; null where there is nothing to say. */
  note: string | null
}

/** The blocks of the page, put in order by hand, by keys or by buttons. */
export function BlockList({ lines, site, writing }: { lines: readonly BlockLine[]; site: string; writing: Writing }) {
  const words = siteWords()
  const { order, step, end, isSaving, hasSaved } = useBlockOrder(lines)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const shown = order.flatMap((id) => lines.find((line) => line.id === id) ?? [])

  return (
    <DndContext
      id="blocks"
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.howToMove } }}
      onDragEnd={end}
    >
      <SortableContext items={order} strategy={verticalListSortingStrategy}>
        <ol aria-label={words.blocksOfPage} className="border-t">
          {shown.map((line, index) => (
            <Line key={line.id} line={line} href={inWriting(`${site}/blocks/${line.id}`, writing)} isFirst={index === 0} isLast={index === shown.length - 1} onStep={step} />
          ))}
        </ol>
      </SortableContext>
      <p role="status" className="mt-2 min-h-5 text-[0.8125rem] text-ink-3">
        {isSaving ? words.savingOrder : hasSaved ? words.orderSaved : ''}
      </p>
    </DndContext>
  )
}

const titleOf = (item: { data: { current?: Record<string, unknown> } } | null) => String(item?.data.current?.title ?? '')
const announcements: Announcements = {
  onDragStart: ({ active }) => siteWords().lifted(titleOf(active)),
  onDragOver: ({ active, over }) => (over ? siteWords().isOver(titleOf(active), titleOf(over)) : siteWords().isNowhere(titleOf(active))),
  onDragEnd: ({ active, over }) => (over ? siteWords().putAt(titleOf(active), titleOf(over)) : siteWords().putBack(titleOf(active))),
  onDragCancel: ({ active }) => siteWords().putBack(titleOf(active)),
}

type LineProps = { line: BlockLine; href: string; isFirst: boolean; isLast: boolean; onStep: (form: FormData) => void }

function Line({ line, href, isFirst, isLast, onStep }: LineProps) {
  const { label, icon } = useBlockWords()(line.kind)
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: line.id, data: { title: label } })
  const isAwake = useHydrated()

  return (
    <li
      ref={setNodeRef}
      style={{ transform: translate(transform), transition }}
      className={cn('relative flex min-h-14 items-center gap-2.5 border-b bg-paper py-2', isDragging && 'z-10 rounded-md border-transparent bg-raised shadow-float')}
    >
      {isAwake ? (
        <button ref={setActivatorNodeRef} type="button" {...attributes} {...listeners} aria-label={siteWords().dragNamed(label)} className="touch -ml-1.5 grid h-9 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-[8px] text-ink-3 opacity-55 hover:bg-sunken hover:opacity-100 focus-visible:opacity-100 active:cursor-grabbing">
          <Icon of={GripVertical} size="sm" />
        </button>
      ) : (
        <span className="-ml-1.5 w-6 shrink-0" />
      )}
      <Icon of={icon} className="text-ink-3" />
      <div className="min-w-0 flex-1">
        <a href={href} className="touch block truncate text-[0.9375rem] font-medium hover:text-brand-strong">
          {label}
        </a>
        <p className="truncate text-[0.8125rem] text-ink-3">{line.note ?? line.title}</p>
      </div>
      <form
        method="post"
        className="flex shrink-0"
        onSubmit={(event) => {
          event.preventDefault()
          onStep(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter))
        }}
      >
        <input type="hidden" name="intent" value="move" />
        <input type="hidden" name="block" value={line.id} />
        <StepButtons title={label} isFirst={isFirst} isLast={isLast} />
      </form>
      <RemoveButton id={line.id} label={label} />
    </li>
  )
}

/** No question before: it says how to bring the block back. */
function RemoveButton({ id, label }: { id: string; label: string }) {
  const words = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data, false)
  return (
    <fetcher.Form method="post" className="flex shrink-0">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="block" value={id} />
      <button type="submit" aria-label={words.removeNamed(label)} title={words.remove} className="touch grid size-8 place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink">
        <Icon of={Trash2} size="sm" />
      </button>
    </fetcher.Form>
  )
}
