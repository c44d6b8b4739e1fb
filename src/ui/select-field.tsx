import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { controlStyles, Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

type Option = { value: string; label: string; disabled?: boolean }
type SelectFieldProps = FieldProps & ComponentProps<'select'> & { options: readonly Option[] }

/** One of several, with the device's own picker. */
export function SelectField({ label, hint, error, optional, id, className, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id ?? select.name} className={className}>
      {(control) => (
        <span className="relative block">
          <select {...select} {...control} className={cn(controlStyles, 'appearance-none pr-10')}>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} className="pointer-events-none absolute right-3 top-1/2 -translate-y-1/2 text-ink-3" />
        </span>
      )}
    </Field>
  )
}
