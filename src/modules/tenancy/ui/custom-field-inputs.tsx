import { CheckboxField } from '#ui/checkbox-field.tsx'
import { controlProps, FieldError } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { partWords } from '#ui/words/part-words.ts'
import { nameOfField, type CustomField } from '../fields/field.schema.ts'
import { customFieldWords } from './words/custom-field-words.ts'

type InputProps = { field: CustomField & { words: readonly string[] }; values: Record<string, string> | undefined; errors: Record<string, string>; hasFocus: boolean }

/** The fields of a school, each asked for as its kind wants it. `values` is what was typed, when a form comes back. */
export function CustomFieldInputs({ fields, values, errors }: { fields: readonly InputProps['field'][]; values: Record<string, string> | undefined; errors: Record<string, string> }) {
  const [first] = Object.keys(errors)
  return fields.map((field) => <FieldInput key={field.id} field={field} values={values} errors={errors} hasFocus={first === nameOfField(field.id)} />)
}

function FieldInput({ field, values, errors, hasFocus }: InputProps) {
  const words = customFieldWords()
  const name = nameOfField(field.id)
  const common = { label: field.label, hint: field.hint || undefined, name, error: errors[name], optional: !field.isRequired, defaultValue: values?.[name] ?? field.words[0] ?? '', ...(hasFocus ? { autoFocus: true } : {}) }
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
      return <Choices field={field} values={values} errors={errors} hasFocus={hasFocus} />
  }
}

function Choices({ field, values, errors, hasFocus }: InputProps) {
  const id = nameOfField(field.id)
  const fault = errors[id]
  const { 'aria-describedby': describedBy } = controlProps(id, field.hint, fault)
  return (
    <fieldset aria-describedby={describedBy}>
      <legend className="text-sm font-medium text-ink">
        {field.label}
        {field.isRequired ? null : <span className="font-normal text-ink-3"> {`(${partWords().optional})`}</span>}
      </legend>
      {field.hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {field.hint}
        </p>
      ) : null}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {field.choices.map((choice, place) => {
          const name = nameOfField(field.id, place)
          return <CheckboxField key={choice} name={name} label={<span className="wrap-anywhere">{choice}</span>} defaultChecked={values ? values[name] === 'on' : field.words.includes(choice)} {...(hasFocus && place === 0 ? { autoFocus: true } : {})} />
        })}
      </div>
      {fault ? <FieldError id={`${id}-error`}>{fault}</FieldError> : null}
    </fieldset>
  )
}
