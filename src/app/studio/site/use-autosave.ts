import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { siteWords } from '../../words/site-words.ts'

const pauseMs = 900

/** Keeps what a form holds a moment after the last key, and at once when somebody leaves the page. */
export function useAutosave() {
  const words = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const { submit } = fetcher
  /** Sent by its button, the form needs no second sending. */
  const cancel = useCallback(() => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    setWaiting(false)
  }, [])
  const save = useCallback(() => {
    cancel()
    if (form.current) void submit(new FormData(form.current), { method: 'post' })
  }, [cancel, submit])
  const touch = useCallback(() => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(save, pauseMs)
    setWaiting(true)
  }, [save])
  // What was typed in the last second goes along when somebody turns to another page of the studio; while the form is still there.
  useLayoutEffect(() => () => {
    if (timer.current) save()
  }, [save])

  const isSaving = fetcher.state !== 'idle'
  const hasFaults = fetcher.data !== undefined && 'fieldErrors' in fetcher.data
  const word = isWaiting || isSaving ? words.saving : hasFaults ? words.notSaved : fetcher.data ? words.savedInDraft : ''
  return { Form: fetcher.Form, form, touch, cancel, word, answer: fetcher.data, isSaving }
}
