import { CheckboxField } from '#ui/checkbox-field.tsx'
import { FieldError } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { nameOfField, type CustomField } from '../fields/field.schema.ts'
import { customFieldWords } from './words/custom-field-words.ts'

type InputProps = { field: CustomField & { words: readonly string[] }; values: Record<string, string> | undefined; errors: Record<string, string> }

/** The fields of a school, each asked for as its kind wants it. `values` is what was typed, when a form comes back. */
export function CustomFieldInputs({ fields, values, errors }: { fields: readonly InputProps['field'][]; values: Record<string, string> | undefined; errors: Record<string, string> }) {
  return fields.map((field) => <FieldInput key={field.id} field={field} values={values} errors={errors} />)
}

function FieldInput({ field, values, errors }: InputProps) {
  const words = customFieldWords()
  const name = nameOfField(field.id)
  const common = { label: field.label, hint: field.hint || undefined, name, error: errors[name], optional: !field.isRequired, defaultValue: values?.[name] ?? field.words[0] ?? '' }
  switch (field.kind) {
    case 'text':
      return <TextField {...common} maxLength={200} />
    case 'long-text':
      return <TextareaField {...common} rows={4} maxLength={4000} />
    case 'number':
      return <TextField {...common} inputMode="decimal" maxLength={20} />
    case 'date':
      return <TextField {...common} type="date" />
    case 'choice':
      return <SelectField {...common} options={[{ value: '', label: '–' }, ...field.choices.map((choice) => ({ value: choice, label: choice }))]} />
    case 'yes-no':
      return <SelectField {...common} options={[{ value: '', label: '–' }, { value: 'yes', label: words.yes }, { value: 'no', label: words.no }]} />
    case 'choices':
      return <Choices field={field} values={values} errors={errors} />
  }
}

function Choices({ field, values, errors }: InputProps) {
  const fault = errors[nameOfField(field.id)]
  return (
    <fieldset id={nameOfField(field.id)}>
      <legend className="text-sm font-medium">{field.label}</legend>
      {field.hint ? <p className="text-sm text-ink-2">{field.hint}</p> : null}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {field.choices.map((choice, place) => {
          const name = nameOfField(field.id, place)
          return <CheckboxField key={choice} name={name} label={choice} defaultChecked={values ? values[name] === 'on' : field.words.includes(choice)} />
        })}
      </div>
      {fault ? <FieldError id={`${nameOfField(field.id)}-error`}>{fault}</FieldError> : null}
    </fieldset>
  )
}
