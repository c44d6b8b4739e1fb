import { ArrowDown, ArrowUp, Trash2, type LucideIcon } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'
import { siteWords } from '../../words/site-words.ts'

/** Moves or removes one entry of a list: buttons of the form around it, which keeps what was typed besides. */
export function EntryButtons({ place, count, label }: { place: number; count: number; label: string }) {
  const words = siteWords()
  return (
    <span className="flex">
      <EntryButton name="raise" place={place} label={words.moveNamedUp(label)} icon={ArrowUp} isOff={place === 0} />
      <EntryButton name="lower" place={place} label={words.moveNamedDown(label)} icon={ArrowDown} isOff={place >= count - 1} />
      <EntryButton name="drop" place={place} label={words.removeNamed(label)} icon={Trash2} />
    </span>
  )
}

/** One of them by itself. */
export function EntryButton({ name, place, label, icon, isOff }: { name: string; place: number; label: string; icon: LucideIcon; isOff?: boolean }) {
  return (
    <button type="submit" name={name} value={place} disabled={isOff} aria-label={label} title={label} className="touch grid size-8 place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink disabled:opacity-30">
      <Icon of={icon} size="sm" />
    </button>
  )
}
