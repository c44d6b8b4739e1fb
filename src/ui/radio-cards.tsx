import type { LucideIcon } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cn } from './class-names.ts'
import { controlProps, FieldError, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

type Choice = { value: string; label: string; hint?: ReactNode; icon?: LucideIcon; /** Shown at the end of the card. */ picture?: ReactNode; disabled?: boolean }

type RadioCardsProps = Omit<FieldProps, 'optional'> & {
  name: string
  choices: readonly Choice[]
  defaultValue?: string
  required?: boolean
  /** How many stand side by side where there is room. */
  columns?: 1 | 2 | 3
  className?: string
}

const columnStyles = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' } as const

/** One of a few, each with a line of explanation: for choices that deserve a thought. */
export function RadioCards({ label, hint, error, name, choices, defaultValue, required, columns = 1, className }: RadioCardsProps) {
  const id = useId()
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = controlProps(id, hint, error)

  return (
    // One card is neither right nor wrong alone: the group is, and only a radiogroup may say so.
    <fieldset role="radiogroup" aria-describedby={describedBy} aria-invalid={invalid} className={cn('grid gap-2', className)}>
      <legend className="mb-2 text-sm font-medium text-ink">{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-2 text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      <div className={cn('grid gap-2.5', columnStyles[columns])}>
        {choices.map((choice) => (
          <RadioCard
            key={choice.value}
            choice={choice}
            name={name}
            required={required}
            checked={choice.value === defaultValue}
            invalid={Boolean(error)}
          />
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}

type RadioCardProps = { choice: Choice; name: string; required?: boolean; checked: boolean; invalid: boolean }

function RadioCard({ choice, name, required, checked, invalid }: RadioCardProps) {
  return (
    <label
      className={cn(
        'flex min-h-11 items-start gap-3 rounded-md border bg-raised p-3.5 transition-colors hover:border-ink-3 has-checked:border-brand has-checked:bg-brand-tint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand-strong has-disabled:opacity-55',
        invalid ? 'border-bad' : 'border-edge',
      )}
    >
      <input
        type="radio"
        name={name}
        value={choice.value}
        required={required}
        defaultChecked={checked}
        disabled={choice.disabled}
        className="mt-0.5 size-5 shrink-0 accent-brand focus-visible:outline-none"
      />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="font-medium leading-6 text-ink">{choice.label}</span>
        {choice.hint ? <span className="text-sm text-ink-2">{choice.hint}</span> : null}
      </span>
      {choice.picture}
      {choice.icon ? <Icon of={choice.icon} size="lg" className="mt-0.5 text-ink-3" /> : null}
    </label>
  )
}
