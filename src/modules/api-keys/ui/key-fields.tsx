import { RadioLines } from '#ui/radio-lines.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { keyDays, keyReaches, keyResources } from '../keys/api-key.schema.ts'
import { reachWords, resourceWords } from './key-words.ts'
import { keyPageWords } from './words/key-page-words.ts'

type KeyFieldsProps = {
  /** By the name of the field. */
  values: Record<string, string>
  errors: Record<string, string>
  focus: (name: string) => { autoFocus?: true }
}

/** What a person says of a new key: what it is for, until when, and what it may. */
export function KeyFields({ values, errors, focus }: KeyFieldsProps) {
  const words = keyPageWords()
  return (
    <>
      <TextField
        label={words.whatFor}
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        placeholder={words.bookkeeping}
        hint={words.oneEach}
        defaultValue={values.name}
        error={errors.name}
        {...focus('name')}
      />
      <SelectField
        label={words.worksFor}
        name="expiresIn"
        className="sm:max-w-[18rem]"
        defaultValue={values.expiresIn ?? '90'}
        error={errors.expiresIn}
        options={[...keyDays.map((days) => ({ value: days, label: days === '365' ? words.aYear : words.days(days) })), { value: 'never', label: words.withoutEnd }]}
        {...focus('expiresIn')}
      />
      <RadioLines
        label={words.itMay}
        lines={keyResources.map((resource) => ({
          ...resourceWords()[resource],
          name: resource,
          error: errors[resource],
          choices: keyReaches[resource].map((reach) => ({ value: reach, label: reachWords()[reach] ?? reach })),
          defaultValue: values[resource] ?? 'none',
          ...focus(resource),
        }))}
      />
    </>
  )
}
