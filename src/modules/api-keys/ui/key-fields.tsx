import { RadioLines } from '#ui/radio-lines.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { keyDays, keyReaches, keyResources } from '../keys/api-key.schema.ts'
import { reachWords, resourceWords } from './key-words.ts'

type KeyFieldsProps = {
  /** By the name of the field. */
  values: Record<string, string>
  errors: Record<string, string>
  focus: (name: string) => { autoFocus?: true }
}

/** What a person says of a new key: what it is for, until when, and what it may. */
export function KeyFields({ values, errors, focus }: KeyFieldsProps) {
  return (
    <>
      <TextField
        label="What it is for"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        placeholder="Bookkeeping"
        hint="One key for each program: then one can be revoked without stopping the others."
        defaultValue={values.name}
        error={errors.name}
        {...focus('name')}
      />
      <SelectField
        label="It works for"
        name="expiresIn"
        className="sm:max-w-[18rem]"
        defaultValue={values.expiresIn ?? '90'}
        error={errors.expiresIn}
        options={[...keyDays.map((days) => ({ value: days, label: days === '365' ? 'A year' : `${days} days` })), { value: 'never', label: 'Without end' }]}
        {...focus('expiresIn')}
      />
      <RadioLines
        label="It may"
        lines={keyResources.map((resource) => ({
          ...resourceWords[resource],
          name: resource,
          error: errors[resource],
          choices: keyReaches[resource].map((reach) => ({ value: reach, label: reachWords[reach] ?? reach })),
          defaultValue: values[resource] ?? 'none',
          ...focus(resource),
        }))}
      />
    </>
  )
}
