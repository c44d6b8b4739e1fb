import { ArrowRight } from 'lucide-react'
import { cn } from '#ui/class-names.ts'
import { schoolWords } from '#modules/catalog/ui/words/school-words.ts'
import { Icon } from '#ui/icon.tsx'
import { HeroActions } from './hero-actions.tsx'
import type { HeroView, SubjectView } from './views.schema.ts'

const squares = 'bg-[linear-gradient(var(--brand-tint)_1px,transparent_1px),linear-gradient(90deg,var(--brand-tint)_1px,transparent_1px)] bg-[size:28px_28px] bg-[position:-1px_-1px]'

/** Squared paper, the words at the left, and at the right a list of what is taught. */
export function IndexHero({ anchor, title, text, actions, picture, facts, subjects = [], level: Heading = 'h1' }: HeroView) {
  const hasSide = subjects.length > 0 || picture !== null
  return (
    <section id={anchor} className={cn('border-t', squares)}>
      <div className={cn('wrap grid items-end gap-x-16 gap-y-10 py-12 sm:py-16 lg:py-20', hasSide && 'lg:grid-cols-[1.25fr_0.75fr]')}>
        <div>
          <Heading className="display-hero max-w-[14ch] text-[clamp(2.75rem,1.4rem+5.6vw,5.25rem)] leading-[0.98]">{title}</Heading>
          {text ? <p className="mt-6 max-w-[36em] text-[1.0625rem] leading-normal text-ink-2 sm:text-[1.1875rem]">{text}</p> : null}
          <HeroActions actions={actions} />
          {facts ? <p className="mt-5 text-sm text-ink-2 tabular-nums">{facts}</p> : null}
        </div>
        {hasSide ? (
          <div className="grid gap-5">
            {picture ? <img src={picture.url} alt={picture.alt} className="aspect-[5/3] w-full rounded-(--corner-picture) bg-sunken object-cover" fetchPriority="high" /> : null}
            {subjects.length > 0 ? <Subjects subjects={subjects} /> : null}
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Subjects({ subjects }: { subjects: readonly SubjectView[] }) {
  return (
    <div className="border-2 border-ink bg-raised">
      <h2 className="border-b-2 border-ink px-5 py-3 text-sm font-semibold">{schoolWords().subjects}</h2>
      <ul className="divide-y">
        {subjects.map(({ name, count, href }) => (
          <li key={href}>
            <a href={href} className="group flex min-h-14 items-center gap-4 px-5 py-2.5 hover:bg-brand-tint">
              <span className="font-display text-lg font-[560] tracking-[-0.01em] first-letter:uppercase">{name}</span>
              <span className="ms-auto text-sm text-ink-2 tabular-nums">{count}</span>
              <Icon of={ArrowRight} size="sm" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
