import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { controlStyles, Field, type FieldProps } from './field.tsx'

type TextFieldProps = FieldProps & ComponentProps<'input'>

/** One line of text: a name, an address, a password, a date. */
export function TextField({ label, hint, error, optional, id, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id ?? input.name} className={className}>
      {(control) => <input type="text" {...input} {...control} className={cn(controlStyles)} />}
    </Field>
  )
}
