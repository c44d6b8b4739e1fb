import { Prose } from '#ui/prose.tsx'
import type { Block } from '../blocks/blocks.schema.ts'
import { Part } from './part.tsx'

type TextProps = { anchor: string; layout: Block<'text'>['layout']; title: string; /** Already cleaned. */ html: string }

/** Words, and nothing else. */
export function Text({ anchor, layout, title, html }: TextProps) {
  if (layout === 'columns') {
    return (
      <Part anchor={anchor} title={title}>
        <Prose html={html} className="max-w-none gap-x-14 text-[1.0625rem] text-ink-2 md:columns-2 [&>*]:break-inside-avoid-column [&>:first-child]:mt-0 [&>:is(h2,h3)]:break-after-avoid" />
      </Part>
    )
  }
  if (layout === 'band') {
    return (
      <Part anchor={anchor} title={title} ground="sunken" heading="beside">
        <Prose html={html} className="text-[1.125rem] leading-[1.6] sm:text-lg" />
      </Part>
    )
  }

  return (
    <Part anchor={anchor} title={title} heading="centred">
      <Prose html={html} className="mx-auto text-[1.0625rem] text-ink-2" />
    </Part>
  )
}
