import { Prose } from '#ui/prose.tsx'
import type { Block } from '../blocks/blocks.schema.ts'
import { Part } from './part.tsx'
import type { PictureView } from './views.schema.ts'

type AboutProps = { anchor: string; layout: Block<'about'>['layout']; title: string; /** Already cleaned. */ html: string; picture: PictureView | null }

/** What a school says of itself. */
export function About({ anchor, layout, title, html, picture }: AboutProps) {
  if (layout === 'statement') {
    return (
      <section id={anchor} aria-labelledby={`${anchor}-title`} className="bg-brand-tint">
        <div className="wrap grid gap-8 py-16 sm:py-24">
          <h2 id={`${anchor}-title`} className="text-sm font-medium text-brand-strong">
            {title}
          </h2>
          <Prose html={html} className="max-w-[30em] font-display text-[1.5rem] leading-[1.32] tracking-[-0.012em] sm:text-[2.125rem] [&_p+p]:mt-[0.7em]" />
          {picture ? <img src={picture.url} alt={picture.alt} loading="lazy" className="aspect-[5/2] w-full rounded-lg bg-sunken object-cover" /> : null}
        </div>
      </section>
    )
  }
  if (layout === 'beside' && picture) {
    return (
      <section id={anchor} aria-labelledby={`${anchor}-title`} className="wrap">
        <div className="grid items-center gap-x-16 gap-y-9 border-t-(length:--rule) border-(--rule-colour) py-(--rhythm) lg:grid-cols-[0.8fr_1fr]">
          <img src={picture.url} alt={picture.alt} loading="lazy" className="aspect-[4/5] w-full rounded-lg bg-sunken object-cover max-lg:aspect-[4/3]" />
          <div>
            <h2 id={`${anchor}-title`} className="display mb-6 text-(length:--heading) leading-[1.1]">
              {title}
            </h2>
            <Prose html={html} className="text-[1.0625rem] text-ink-2" />
          </div>
        </div>
      </section>
    )
  }

  return (
    <Part anchor={anchor} title={title} heading="beside">
      <Prose html={html} className="text-[1.0625rem] text-ink-2" />
      {picture ? <img src={picture.url} alt={picture.alt} loading="lazy" className="mt-8 aspect-[3/2] w-full rounded-lg bg-sunken object-cover" /> : null}
    </Part>
  )
}
