import { Avatar } from '#ui/avatar.tsx'
import type { Block } from '../blocks/blocks.schema.ts'
import { Part } from './part.tsx'
import { PeoplePortraits } from './people-portraits.tsx'
import type { PersonView } from './views.schema.ts'

type PeopleProps = { anchor: string; layout: Block<'people'>['layout']; title: string; people: readonly PersonView[]; /** Drawn portraits take their hue from it. */ brand: string }

/** Who teaches here. */
export function People({ anchor, layout, title, people, brand }: PeopleProps) {
  if (layout === 'rows') {
    return (
      <Part anchor={anchor} title={title} heading="beside">
        <PeopleRows people={people} />
      </Part>
    )
  }

  return (
    <Part anchor={anchor} title={title}>
      {layout === 'names' ? <PeopleNames people={people} /> : layout === 'portraits' ? <PeoplePortraits people={people} brand={brand} /> : <PeopleFaces people={people} />}
    </Part>
  )
}

type ListProps = Pick<PeopleProps, 'people'>

function PeopleFaces({ people }: ListProps) {
  return (
    <ul className="grid grid-cols-2 gap-x-7 gap-y-8 lg:grid-cols-4">
      {people.map(({ id, name, title }) => (
        <li key={id}>
          <Avatar name={name} size="lg" />
          <h3 className="mt-3 font-semibold leading-snug">{name}</h3>
          {title ? <p className="mt-0.5 text-sm text-ink-2">{title}</p> : null}
        </li>
      ))}
    </ul>
  )
}

/** Each with what they say of themselves, for schools where the person is what people choose. */
function PeopleRows({ people }: ListProps) {
  return (
    <ul className="-mt-5 divide-y">
      {people.map(({ id, name, title, bio }) => (
        <li key={id} className="flex gap-5 py-5">
          <Avatar name={name} size="lg" className="max-sm:size-12 max-sm:text-base" />
          <div className="min-w-0">
            <h3 className="text-lg font-semibold leading-snug">{name}</h3>
            {title ? <p className="mt-0.5 text-[0.9375rem] text-ink-2">{title}</p> : null}
            {bio ? <p className="mt-3 max-w-[60ch] whitespace-pre-line text-[1.0625rem] text-ink-2">{bio}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Like the credits of a film: the names carry it, without pictures. */
function PeopleNames({ people }: ListProps) {
  return (
    <ul className="divide-y border-y">
      {people.map(({ id, name, title }) => (
        <li key={id} className="grid items-baseline gap-x-8 py-4 sm:grid-cols-[1fr_minmax(0,22rem)] sm:py-5">
          <h3 className="display text-[1.75rem] leading-[1.1] sm:text-[2.5rem]">{name}</h3>
          {title ? <p className="mt-1 text-[0.9375rem] text-ink-2 sm:text-right">{title}</p> : null}
        </li>
      ))}
    </ul>
  )
}
