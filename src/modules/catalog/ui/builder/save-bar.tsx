import { currentLocale } from '#platform/i18n/locale.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { builderWords } from '../words/builder-words.ts'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

type SaveBarProps = {
  label: string
  isDirty: boolean
  isSaving: boolean
  /** When it was saved last in this visit. */
  savedAt: Date | null
  hasFaults: boolean
}

/** The one button that saves, always in reach, with a word on how things stand. */
export function SaveBar({ label, isDirty, isSaving, savedAt, hasFaults }: SaveBarProps) {
  const words = builderWords()
  const guard = useUnsavedGuard(isDirty && !isSaving)
  const time = savedAt?.toLocaleTimeString(currentLocale(), { hour: '2-digit', minute: '2-digit' })
  const word = isSaving ? words.saving : hasFaults ? words.notSaved : isDirty ? words.notSavedYet : time ? words.savedAt(time) : ''

  return (
    <div className="sticky bottom-0 z-10 -mx-5 flex items-center gap-4 border-t bg-paper px-5 py-3 max-md:bottom-[calc(57px+env(safe-area-inset-bottom))] md:mx-0 md:px-0">
      <Button type="submit" variant="main" busy={isSaving}>
        {label}
      </Button>
      <p role="status" className="min-w-0 text-sm text-ink-3">
        {word}
      </p>
      <ConfirmDialog
        title={words.leaveWithoutSaving}
        consequences={[words.changesLost]}
        confirmLabel={words.leave}
        cancelLabel={words.stayHere}
        danger
        open={guard.isAsking}
        onOpenChange={(open) => (open ? undefined : guard.stay())}
        onConfirm={guard.leave}
      />
    </div>
  )
}
