import { useState } from 'react'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormGround } from './block-fields.tsx'
import { EntryButtons } from './entry-buttons.tsx'

const most = 12

/** The voices of a block, and room for one more. An entry that is emptied goes. */
export function TestimonialFields({ block, ground }: { block: Block<'testimonials'>; ground: FormGround }) {
  const { fieldOf, values } = ground
  const typed = Object.keys(values).flatMap((name) => /^quote\.(\d+)$/.exec(name)?.[1] ?? []).map((place) => Number(place) + 1)
  const needed = Math.min(most, Math.max(block.items.length + 1, ...typed))
  // Never fewer while somebody types: an entry that was just emptied must not take the last one off the page.
  const [count, setCount] = useState(needed)
  if (needed > count) setCount(needed)

  return (
    <>
      <TextField label="Heading" hint="Left empty: What people say." {...fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
      {Array.from({ length: count }, (_, place) => {
        const item = block.items[place]
        return (
          <fieldset key={place} className="grid gap-4 border-t pt-5">
            <legend className="sr-only">Voice {place + 1}</legend>
            <div className="flex items-center justify-between gap-4">
              <span aria-hidden="true" className="text-sm font-medium">
                {item ? `Voice ${place + 1}` : 'Another voice'}
              </span>
              {item ? <EntryButtons place={place} count={block.items.length} label={`voice ${place + 1}`} /> : null}
            </div>
            <TextareaField label="What they say" {...fieldOf(`quote.${place}`, item?.quote ?? '')} maxLength={600} rows={3} optional={!item} />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField label="Name" {...fieldOf(`name.${place}`, item?.name ?? '')} maxLength={80} autoComplete="off" optional={!item} />
              <TextField label="Who they are" {...fieldOf(`about.${place}`, item?.about ?? '')} maxLength={120} autoComplete="off" optional />
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
