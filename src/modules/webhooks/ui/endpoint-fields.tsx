import { CheckboxField } from '#ui/checkbox-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { factNames } from '../facts.schema.ts'
import { factWords } from './webhook-words.ts'
import { webhookPageWords } from './words/webhook-page-words.ts'

type EndpointFieldsProps = {
  /** By the name of the field; a box that is ticked is `on`. */
  values: Record<string, string>
  errors: Record<string, string>
  focus: (name: string) => { autoFocus?: true }
}

/** What a person says of an endpoint: where it is, what it is for, what it is told. */
export function EndpointFields({ values, errors, focus }: EndpointFieldsProps) {
  const words = webhookPageWords()
  return (
    <>
      <TextField
        label={words.address}
        name="url"
        type="url"
        inputMode="url"
        autoComplete="off"
        required
        placeholder={'https://example.com/webhooks'}
        hint={words.addressHint}
        defaultValue={values.url}
        error={errors.url}
        {...focus('url')}
      />
      <TextField label={words.whatFor} name="description" optional maxLength={200} hint={words.whatForHint} defaultValue={values.description} error={errors.description} {...focus('description')} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium text-ink">{words.tellWhen}</legend>
        {factNames.map((fact) => (
          <CheckboxField key={fact} name={fact} label={factWords()[fact].label} hint={<code className="text-[0.8125rem]">{factWords()[fact].hint}</code>} defaultChecked={values[fact] === 'on'} error={errors[fact]} {...focus(fact)} />
        ))}
      </fieldset>
    </>
  )
}
