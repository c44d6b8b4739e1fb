import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { FormGround } from './block-fields.tsx'

/** The picture of a block, and what it shows in words. The upload itself stands below the form. */
export function PictureField({ block, ground }: { block: Block<'hero'> | Block<'about'>; ground: FormGround }) {
  const words = siteWords()
  const { defaultValue: fileId } = ground.fieldOf('picture', block.picture)
  const url = ground.pictures[fileId]
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-medium">{words.picture}</legend>
      <input type="hidden" name="picture" value={fileId} />
      {url ? (
        <div className="flex items-start gap-4">
          <img src={url} alt="" className="h-24 w-36 rounded-md bg-sunken object-cover" />
          <Button type="submit" name="clear" value="picture" size="sm">
            {words.takeAway}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-ink-2">{words.noPictureAdd}</p>
      )}
      <TextField label={words.whatPictureShows} hint={words.whatPictureShowsHint} {...ground.fieldOf('pictureAlt', block.pictureAlt)} maxLength={200} optional />
    </fieldset>
  )
}
