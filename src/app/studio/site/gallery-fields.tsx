import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { FormGround } from './block-fields.tsx'
import { EntryButtons } from './entry-buttons.tsx'

/** The pictures of a gallery with their words, in order. New ones come by the upload below the form. */
export function GalleryFields({ block, ground }: { block: Block<'gallery'>; ground: FormGround }) {
  const words = siteWords()
  return (
    <>
      {block.items.length === 0 ? <p className="text-sm text-ink-2">{words.noPictures}</p> : null}
      {block.items.map(({ fileId, alt, caption }, place) => (
        <fieldset key={fileId} className="grid grid-cols-[96px_minmax(0,1fr)] gap-4 border-t pt-5">
          <legend className="sr-only">{words.pictureNumber(place + 1)}</legend>
          <img src={ground.pictures[fileId]} alt="" className="aspect-square w-full rounded-md bg-sunken object-cover" />
          <div className="grid gap-4">
            <div className="flex items-center justify-between gap-4">
              <span aria-hidden="true" className="text-sm font-medium">
                {words.pictureNumber(place + 1)}
              </span>
              <EntryButtons place={place} count={block.items.length} label={words.pictureNumberInside(place + 1)} />
            </div>
            <input type="hidden" name={`fileId.${place}`} value={fileId} />
            <TextField label={words.whatItShows} hint={words.whatItShowsHint} {...ground.fieldOf(`alt.${place}`, alt)} maxLength={200} optional />
            <TextField label={words.wordsUnder} {...ground.fieldOf(`caption.${place}`, caption)} maxLength={200} optional />
          </div>
        </fieldset>
      ))}
    </>
  )
}
