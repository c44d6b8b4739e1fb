import { ArrowDown, ArrowUp } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'

type StepButtonsProps = { title: string; isFirst: boolean; isLast: boolean }

/** One place up, one place down: two real buttons of the form around them. */
export function StepButtons({ title, isFirst, isLast }: StepButtonsProps) {
  return (
    <>
      <button type="submit" name="to" value="up" disabled={isFirst} aria-label={`Move ${title} up`} title="Move up" className={look}>
        <Icon of={ArrowUp} size="sm" />
      </button>
      <button type="submit" name="to" value="down" disabled={isLast} aria-label={`Move ${title} down`} title="Move down" className={look}>
        <Icon of={ArrowDown} size="sm" />
      </button>
    </>
  )
}

const look = 'touch grid size-8 place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink disabled:opacity-30'
