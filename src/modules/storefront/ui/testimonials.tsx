import type { Block } from '../blocks/blocks.schema.ts'
import { Part } from './part.tsx'
import { contactWords } from './words/contact-words.ts'

type Testimonial = Block<'testimonials'>['items'][number]
type TestimonialsProps = { anchor: string; layout: Block<'testimonials'>['layout']; title: string; items: readonly Testimonial[] }

/** What others say of the school, in their own words; nothing while nobody did. */
export function Testimonials({ anchor, layout, title, items }: TestimonialsProps) {
  if (items.length === 0) return null
  if (layout === 'single') return <OneAtATime anchor={anchor} title={title} items={items} />

  return (
    <Part anchor={anchor} title={title}>
      {layout === 'rows' ? <Rows items={items} /> : <Columns items={items} />}
    </Part>
  )
}

/** Voices under each other in columns, each as long as it is. */
function Columns({ items }: { items: readonly Testimonial[] }) {
  return (
    <ul className="gap-x-10 sm:columns-2 lg:columns-3">
      {items.map((item, index) => (
        <li key={index} className="mb-8 break-inside-avoid border-t-2 border-brand pt-4">
          <figure>
            <blockquote className="text-[1.0625rem] leading-[1.55]">{item.quote}</blockquote>
            <Source item={item} className="mt-3" />
          </figure>
        </li>
      ))}
    </ul>
  )
}

/** One voice fills the page; the next waits beside it and comes by scrolling sideways. */
function OneAtATime({ anchor, title, items }: Omit<TestimonialsProps, 'layout'>) {
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} className="bg-brand-tint py-16 sm:py-24">
      <div className="wrap">
        <h2 id={`${anchor}-title`} className="text-sm font-medium text-brand-strong">
          {title}
        </h2>
      </div>
      {/* What scrolls must be reached by keys. */}
      <div tabIndex={items.length > 1 ? 0 : undefined} role={items.length > 1 ? 'group' : undefined} aria-labelledby={items.length > 1 ? `${anchor}-title` : undefined} className="mt-6 flex snap-x snap-mandatory overflow-x-auto focus-visible:-outline-offset-2">
        {items.map((item, index) => (
          <figure key={index} className="w-full shrink-0 snap-center">
            <div className="wrap">
              <blockquote className="display max-w-[24em] text-[1.625rem] leading-[1.25] sm:text-[2.5rem] sm:leading-[1.18]">{contactWords().quoted(item.quote)}</blockquote>
              <Source item={item} className="mt-7" />
              {items.length > 1 ? (
                <p className="mt-6 text-sm text-ink-2 tabular-nums">
                  {contactWords().numberOf(index + 1, items.length)}
                </p>
              ) : null}
            </div>
          </figure>
        ))}
      </div>
    </section>
  )
}

function Rows({ items }: { items: readonly Testimonial[] }) {
  return (
    <ul className="divide-y border-y">
      {items.map((item, index) => (
        <li key={index}>
          <figure className="grid gap-x-14 gap-y-3 py-6 md:grid-cols-[minmax(0,220px)_minmax(0,1fr)]">
            <Source item={item} className="md:order-first" />
            <blockquote className="font-display text-[1.25rem] leading-[1.4] tracking-[-0.008em] max-md:order-first sm:text-[1.4375rem]">{item.quote}</blockquote>
          </figure>
        </li>
      ))}
    </ul>
  )
}

function Source({ item, className }: { item: Testimonial; className?: string }) {
  return (
    <figcaption className={className}>
      <span className="block text-[0.9375rem] font-semibold">{item.name}</span>
      {item.about ? <span className="block text-sm text-ink-2">{item.about}</span> : null}
    </figcaption>
  )
}
