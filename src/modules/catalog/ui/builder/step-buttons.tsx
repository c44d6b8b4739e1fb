import { ArrowDown, ArrowUp } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'
import { builderWords } from '../words/builder-words.ts'

type StepButtonsProps = { title: string; isFirst: boolean; isLast: boolean }

/** One place up, one place down: two real buttons of the form around them. */
export function StepButtons({ title, isFirst, isLast }: StepButtonsProps) {
  const words = builderWords()
  return (
    <>
      <button type="submit" name="to" value="up" disabled={isFirst} aria-label={words.moveNamedUp(title)} title={words.moveUp} className={look}>
        <Icon of={ArrowUp} size="sm" />
      </button>
      <button type="submit" name="to" value="down" disabled={isLast} aria-label={words.moveNamedDown(title)} title={words.moveDown} className={look}>
        <Icon of={ArrowDown} size="sm" />
      </button>
    </>
  )
}

const look = 'touch grid size-8 place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink disabled:opacity-30'
