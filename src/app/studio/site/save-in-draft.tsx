import { Button } from '#ui/button.tsx'
import { siteWords } from '../../words/site-words.ts'

type SaveInDraftProps = { /** With scripts the form keeps itself, and the button is for those who do not trust that. */ isAwake: boolean; isSaving: boolean; /** How the last keeping went. */ word: string }

/** The foot of a form that is kept in the draft as it is written. */
export function SaveInDraft({ isAwake, isSaving, word }: SaveInDraftProps) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button type="submit" variant={isAwake ? 'plain' : 'main'} busy={isSaving}>
        {siteWords().saveInDraft}
      </Button>
      <p role="status" className="text-sm text-ink-3">
        {word}
      </p>
    </div>
  )
}
