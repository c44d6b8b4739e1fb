import { useId, type ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { controlProps, FieldError, type FieldProps } from './field.tsx'

type CheckboxFieldProps = Omit<FieldProps, 'optional'> & Omit<ComponentProps<'input'>, 'type'>

/** Yes or no. The whole line is the target. */
export function CheckboxField({ label, hint, error, id: givenId, className, ...input }: CheckboxFieldProps) {
  const madeId = useId()
  const id = givenId ?? input.name ?? madeId

  return (
    <div className={cn('grid gap-1', className)}>
      <label className="flex min-h-11 items-start gap-3 py-2.5">
        <input
          {...input}
          {...controlProps(id, hint, error)}
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 rounded-sm accent-brand"
        />
        <span className="grid gap-0.5">
          <span className="text-base leading-6 text-ink">{label}</span>
          {hint ? (
            <span id={`${id}-hint`} className="text-sm text-ink-2">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}
