import { Check, ChevronsUpDown } from 'lucide-react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useClosing } from './use-closing.ts'

/** Somewhere one can go to. */
export type Place = {
  href: string
  name: string
  /** What one is there. */
  note: string
  host: string
  /** Any CSS colour. */
  colour: string
  isHere?: boolean
}

type PlaceListProps = {
  places: readonly Place[]
  /** What they are, for whoever does not see them. */
  label: string
}

/** The places by name, the present one marked. */
export function PlaceList({ places, label }: PlaceListProps) {
  return (
    <ul aria-label={label} className="grid gap-0.5">
      {places.map(({ href, name, note, colour, isHere }) => (
        <li key={href}>
          <a href={href} aria-current={isHere ? 'true' : undefined} className={cn('flex min-h-12 items-center gap-3 rounded-sm px-3 py-1.5 hover:bg-sunken', isHere && 'bg-sunken')}>
            <span aria-hidden="true" className="size-5 shrink-0 rounded-[6px]" style={{ backgroundColor: colour }} />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate text-[0.9375rem] text-ink">{name}</span>
              <span className="block truncate text-[0.8125rem] text-ink-3">{note}</span>
            </span>
            {isHere ? <Icon of={Check} size="sm" className="text-ink-2" /> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

type PlaceSwitcherProps = PlaceListProps & {
  all: { href: string; label: string }
}

/** A button that opens the list of places. A details element, so it opens without script. */
export function PlaceSwitcher({ places, label, all }: PlaceSwitcherProps) {
  const menu = useClosing()
  return (
    <details ref={menu} className="relative ml-auto shrink-0">
      <summary aria-label={label} title={label} className="touch grid size-9 place-items-center rounded-[8px] text-ink-3 hover:bg-line/50 hover:text-ink">
        <Icon of={ChevronsUpDown} />
      </summary>
      <div className="absolute right-0 top-full z-60 mt-1.5 grid max-h-[70dvh] w-[min(288px,calc(100vw-2rem))] gap-1 overflow-y-auto rounded-md border bg-raised p-2 shadow-float md:w-[212px]">
        {places.length > 0 ? <PlaceList places={places} label={label} /> : null}
        <a href={all.href} className={cn('flex min-h-11 items-center rounded-sm px-3 text-[0.9375rem] hover:bg-sunken', places.length > 0 && 'mt-1 border-t')}>
          {all.label}
        </a>
      </div>
    </details>
  )
}
