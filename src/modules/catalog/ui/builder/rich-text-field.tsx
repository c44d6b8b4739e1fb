import { lazy, Suspense, useId, useState } from 'react'
import { cn } from '#ui/class-names.ts'
import { controlProps, controlStyles, FieldError } from '#ui/field.tsx'
import { builderWords } from '../words/builder-words.ts'
import { useHydrated } from './use-hydrated.ts'

const RichTextEditor = lazy(() => import('./rich-text-editor.tsx'))

type RichTextFieldProps = {
  name: string
  label: string
  defaultHtml: string
  error?: string
  onTouch?: () => void
}

/** Formatted text. Before scripts load it is a plain field with the same text as HTML, and posts the same. */
export function RichTextField({ name, label, defaultHtml, error, onTouch }: RichTextFieldProps) {
  const id = useId()
  const isAwake = useHydrated()
  const [html, setHtml] = useState(defaultHtml)
  const control = controlProps(name, !isAwake, error)
  const plain = (
    <textarea {...control} name={name} value={html} rows={12} onChange={(event) => setHtml(event.currentTarget.value)} className={cn(controlStyles, 'min-h-56')} />
  )

  return (
    <div className="grid gap-1.5">
      <label id={`${id}-label`} htmlFor={name} className="text-sm font-medium text-ink">
        {label}
      </label>
      {isAwake ? (
        <Suspense fallback={plain}>
          <RichTextEditor
            id={name}
            labelledBy={`${id}-label`}
            html={html}
            invalid={Boolean(error)}
            onHtml={(next) => {
              setHtml(next)
              onTouch?.()
            }}
          />
          <input type="hidden" name={name} value={html} />
        </Suspense>
      ) : (
        <>
          <p id={`${name}-hint`} className="-mt-1 text-sm text-ink-2">
            {builderWords().writtenAsHtml}
          </p>
          {plain}
        </>
      )}
      {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
    </div>
  )
}
