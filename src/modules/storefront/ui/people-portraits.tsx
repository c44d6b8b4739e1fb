import { Portrait } from './portrait.tsx'
import type { PersonView } from './views.schema.ts'

/** Each with a portrait, what they say of themselves, and what their profile says in figures. */
export function PeoplePortraits({ people, brand }: { people: readonly PersonView[]; brand: string }) {
  return (
    <ul className="grid gap-x-10 lg:grid-cols-2">
      {people.map(({ id, name, title, bio, kind, facts = [] }, place) => (
        <li key={id} id={`person-${id}`} className="grid scroll-mt-6 grid-cols-[88px_minmax(0,1fr)] gap-x-5 border-t py-7 sm:grid-cols-[136px_minmax(0,1fr)] sm:gap-x-7">
          <Portrait name={name} brand={brand} place={place} className="aspect-[4/5] w-full" />
          <div className="min-w-0">
            {kind ? <p className="text-sm font-medium text-brand-strong">{kind}</p> : null}
            <h3 className="display text-xl">{name}</h3>
            {title ? <p className="mt-0.5 text-[0.9375rem] text-ink-2">{title}</p> : null}
            {bio ? <p className="mt-3 whitespace-pre-line text-[0.9375rem] text-ink-2 max-sm:hidden">{bio}</p> : null}
          </div>
          {bio ? <p className="col-span-2 mt-4 whitespace-pre-line text-[0.9375rem] text-ink-2 sm:hidden">{bio}</p> : null}
          {facts.length > 0 ? (
            <dl className="col-span-2 mt-5 grid grid-cols-2 gap-x-5 gap-y-2.5 sm:col-span-1 sm:col-start-2">
              {facts.map(({ label, value }) => (
                <div key={label} className="min-w-0">
                  <dt className="text-xs text-ink-3 first-letter:uppercase">{label}</dt>
                  <dd className="font-medium tabular-nums wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
