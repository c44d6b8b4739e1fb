import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'
import type { FormAnswer } from './builder.schema.ts'

/**
 * Whether a form holds what was not saved, and when it was saved last.
 *
 * @param answer of the page's action
 * @param intent which of the page's forms, by its hidden field
 */
export function useSavedForm(answer: FormAnswer, intent: string) {
  const navigation = useNavigation()
  const [isDirty, setDirty] = useState(false)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const isSaving = navigation.state !== 'idle' && navigation.formData?.get('intent') === intent
  useEffect(() => {
    if (!answer || !('done' in answer)) return
    setDirty(false)
    setSavedAt(new Date())
  }, [answer])

  return { isDirty, isSaving, savedAt, touch: () => setDirty(true), hasFaults: answer !== undefined && 'fieldErrors' in answer }
}
