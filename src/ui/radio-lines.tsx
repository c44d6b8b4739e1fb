import { useId, type ReactNode } from 'react'
import { controlProps, FieldError } from './field.tsx'

type RadioLineProps = {
  label: string
  hint?: ReactNode
  error?: string | null
  name: string
  choices: readonly { value: string; label: string }[]
  defaultValue: string
  autoFocus?: boolean
}

/** Several questions with short answers, one a line: what it is about at the start, the answers beside each other at the end. */
export function RadioLines({ label, lines, className }: { label: string; lines: readonly RadioLineProps[]; className?: string }) {
  return (
    <div role="group" aria-label={label} className={className}>
      <p aria-hidden="true" className="mb-2 text-sm font-medium text-ink">
        {label}
      </p>
      <div className="divide-y border-y">
        {lines.map((line) => (
          <RadioLine key={line.name} {...line} />
        ))}
      </div>
    </div>
  )
}

function RadioLine({ label, hint, error, name, choices, defaultValue, autoFocus }: RadioLineProps) {
  const id = useId()
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = controlProps(id, hint, error)
  return (
    <fieldset role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={describedBy} aria-invalid={invalid} className="grid items-center gap-x-6 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <span id={`${id}-label`} className="font-medium text-ink">
          {label}
        </span>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-ink-2">
            {hint}
          </p>
        ) : null}
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      </div>
      <div className="flex flex-wrap gap-x-1 max-sm:-ml-1.5 sm:w-[21.5rem]">
        {choices.map(({ value, label: words }, place) => (
          <label key={value} className="flex min-h-11 items-center gap-2 rounded-md px-2.5 text-[0.9375rem] text-ink-2 hover:bg-sunken has-checked:text-ink max-sm:px-1.5">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              // The first answer of the first fault is where a person goes on.
              {...(autoFocus && place === 0 ? { autoFocus } : {})}
              className="size-5 shrink-0 accent-brand"
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
