import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { TextField } from '#ui/text-field.tsx'
import type { FormGround } from './block-fields.tsx'
import { EntryButtons } from './entry-buttons.tsx'

/** The pictures of a gallery with their words, in order. New ones come by the upload below the form. */
export function GalleryFields({ block, ground }: { block: Block<'gallery'>; ground: FormGround }) {
  return (
    <>
      {block.items.length === 0 ? <p className="text-sm text-ink-2">No pictures yet. Add some below.</p> : null}
      {block.items.map(({ fileId, alt, caption }, place) => (
        <fieldset key={fileId} className="grid grid-cols-[96px_minmax(0,1fr)] gap-4 border-t pt-5">
          <legend className="sr-only">Picture {place + 1}</legend>
          <img src={ground.pictures[fileId]} alt="" className="aspect-square w-full rounded-md bg-sunken object-cover" />
          <div className="grid gap-4">
            <div className="flex items-center justify-between gap-4">
              <span aria-hidden="true" className="text-sm font-medium">
                Picture {place + 1}
              </span>
              <EntryButtons place={place} count={block.items.length} label={`picture ${place + 1}`} />
            </div>
            <input type="hidden" name={`fileId.${place}`} value={fileId} />
            <TextField label="What it shows" hint="Read out to those who do not see it." {...ground.fieldOf(`alt.${place}`, alt)} maxLength={200} optional />
            <TextField label="Words under it" {...ground.fieldOf(`caption.${place}`, caption)} maxLength={200} optional />
          </div>
        </fieldset>
      ))}
    </>
  )
}
