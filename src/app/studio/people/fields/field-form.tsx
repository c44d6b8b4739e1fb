import { fieldAccesses, fieldKinds, type FieldAccess, type FieldKind } from '#modules/tenancy/fields/field.schema.ts'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { focusFirstFault } from '../../../marketing/form-fault-list.tsx'
import type { FormFaults } from '../../../respond.ts'

/** What stands in the form before anything is typed. */
export type FieldFormValues = { label: string; hint: string; kind: FieldKind; choices: string; access: FieldAccess; isRequired: boolean; isListed: boolean }

/** The fields of the form, by their names. */
export const fieldFormNames = ['label', 'hint', 'kind', 'choices', 'access', 'isRequired', 'isListed']

/** A field as it is defined: its name, its kind, and who may see and change what it holds. */
export function FieldForm({ values, faults, submit, filled = 0 }: { values: FieldFormValues; faults: FormFaults | undefined; submit: string; /** For how many people it holds something. */ filled?: number }) {
  const words = customFieldWords()
  const typed = faults?.values
  const errors = faults?.fieldErrors ?? {}
  const focus = focusFirstFault(faults)
  return (
    <form method="post" noValidate className="grid gap-7">
      <TextField label={words.label} hint={words.labelHint} name="label" defaultValue={typed?.label ?? values.label} error={errors.label} maxLength={40} required {...focus('label')} />
      <TextField label={words.hint} hint={words.hintHint} name="hint" defaultValue={typed?.hint ?? values.hint} error={errors.hint} maxLength={200} optional />
      <SelectField
        label={words.kind}
        hint={filled > 0 ? words.kindFixed(filled) : undefined}
        name="kind"
        defaultValue={typed?.kind ?? values.kind}
        error={errors.kind}
        options={fieldKinds.filter((kind) => filled === 0 || kind === values.kind).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      {/* Only the two kinds that choose have something to choose from; where the browser cannot tell, it stands there always. */}
      <TextareaField className="[form:not(:has(option[value^=choice]:checked))_&]:hidden" label={words.choices} hint={words.choicesHint} name="choices" rows={5} defaultValue={typed?.choices ?? values.choices} error={errors.choices} />
      <RadioCards label={words.access} name="access" defaultValue={typed?.access ?? values.access} error={errors.access} choices={fieldAccesses.map((access) => ({ value: access, label: capital(words.accesses[access]), hint: words.accessHints[access] }))} />
      <div>
        <CheckboxField name="isRequired" label={words.isRequired} defaultChecked={typed ? typed.isRequired === 'on' : values.isRequired} error={errors.isRequired} />
        <CheckboxField name="isListed" label={words.isListed} defaultChecked={typed ? typed.isListed === 'on' : values.isListed} error={errors.isListed} />
      </div>
      <Button type="submit" variant="main" name="intent" value="save" className="justify-self-start">
        {submit}
      </Button>
    </form>
  )
}
