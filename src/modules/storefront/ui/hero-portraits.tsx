import { HeroActions } from './hero-actions.tsx'
import { Portrait } from './portrait.tsx'
import type { HeroView, PersonView } from './views.schema.ts'

const shownMost = 5

/** The people before anything else: their portraits in one row, each with the figure that counts most. */
export function PortraitsHero({ anchor, title, text, actions, picture, facts, people = [], arePeopleBelow, brand, level: Heading = 'h1' }: HeroView) {
  return (
    <section id={anchor} className="wrap pb-[calc(var(--rhythm)*0.8)] pt-8 sm:pt-14">
      <div className="grid items-end gap-x-14 gap-y-6 lg:grid-cols-[1.4fr_1fr]">
        <Heading className="display-hero max-w-[15ch] text-[clamp(2.75rem,1.5rem+5vw,5rem)] leading-[1]">{title}</Heading>
        <div className="lg:pb-1.5">
          {text ? <p className="max-w-[34em] text-[1.0625rem] leading-normal text-ink-2">{text}</p> : null}
          <HeroActions actions={actions} className="mt-5" />
        </div>
      </div>
      {people.length > 0 ? (
        <ul className="mt-10 grid grid-cols-2 gap-x-3 gap-y-7 sm:mt-14 sm:gap-x-5 lg:flex">
          {people.slice(0, shownMost).map((person, place) => (
            <li key={person.id} className="min-w-0 lg:flex-1 max-lg:[&:nth-child(5)]:hidden">
              {arePeopleBelow ? (
                <a href={`#person-${person.id}`} className="group block">
                  <Face person={person} brand={brand} place={place} />
                </a>
              ) : (
                <Face person={person} brand={brand} place={place} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {picture ? <img src={picture.url} alt={picture.alt} className="mt-10 aspect-[5/2] w-full rounded-(--corner-picture) bg-sunken object-cover" /> : null}
      {facts ? <p className="mt-8 border-t pt-4 text-sm text-ink-2 tabular-nums">{facts}</p> : null}
    </section>
  )
}

function Face({ person: { name, title, kind, facts = [] }, brand, place }: { person: PersonView; brand: string; place: number }) {
  const [first] = facts
  return (
    <>
      <Portrait name={name} brand={brand} place={place} className="aspect-[4/5]" />
      <span className="mt-3 block font-semibold leading-snug group-hover:text-brand-strong">{name}</span>
      <span className="block text-sm text-ink-2">{kind ?? title}</span>
      {first ? (
        <span className="mt-2 flex items-baseline gap-1.5 border-t pt-2">
          <span className="font-display text-lg font-[560] tabular-nums">{first.value}</span>
          <span className="text-sm text-ink-2">{first.label}</span>
        </span>
      ) : null}
    </>
  )
}
