import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { FormGround } from './block-fields.tsx'
import { EntryButtons } from './entry-buttons.tsx'
import { useEntryCount } from './use-entry-count.ts'
import { usePlaces } from './use-places.ts'

const most = 12

/** The voices of a block, and room for one more. An entry that is emptied goes. */
export function TestimonialFields({ block, ground }: { block: Block<'testimonials'>; ground: FormGround }) {
  const words = siteWords()
  const { fieldOf, values } = ground
  const items = usePlaces(block.items)
  const count = useEntryCount({ field: 'quote', stored: items.length, most, values })

  return (
    <>
      <TextField label={words.heading} hint={words.voicesHint} {...fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
      {Array.from({ length: count }, (_, place) => {
        const item = items[place]
        return (
          <fieldset key={place} className="grid gap-4 border-t pt-5">
            <legend className="sr-only">{words.voiceNumber(place + 1)}</legend>
            <div className="flex items-center justify-between gap-4">
              <span aria-hidden="true" className="text-sm font-medium">
                {item ? words.voiceNumber(place + 1) : words.anotherVoice}
              </span>
              {item ? <EntryButtons place={place} count={items.length} label={words.voiceNumberInside(place + 1)} /> : null}
            </div>
            <input type="hidden" name={`id.${place}`} value={item?.id ?? ''} />
            <TextareaField label={words.whatTheySay} {...fieldOf(`quote.${place}`, item?.quote ?? '')} maxLength={600} rows={3} optional={!item} />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField label={words.name} {...fieldOf(`name.${place}`, item?.name ?? '')} maxLength={80} autoComplete="off" optional={!item} />
              <TextField label={words.whoTheyAre} {...fieldOf(`about.${place}`, item?.about ?? '')} maxLength={120} autoComplete="off" optional />
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
