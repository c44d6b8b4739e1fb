import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { controlStyles, Field, type FieldProps } from './field.tsx'

type TextareaFieldProps = FieldProps & ComponentProps<'textarea'>

/** Several lines of text; grows with what is written where the browser can. */
export function TextareaField({ label, hint, error, optional, id, className, ...area }: TextareaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id ?? area.name} className={className}>
      {(control) => (
        <textarea rows={4} {...area} {...control} className={cn(controlStyles, 'max-h-96 [field-sizing:content] min-h-24')} />
      )}
    </Field>
  )
}
