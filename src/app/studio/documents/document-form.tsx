import { RichTextField } from '#modules/catalog/ui/builder/rich-text-field.tsx'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormFaults } from '../../respond.ts'
import { focusFirstFault } from '../../marketing/form-fault-list.tsx'
import { documentWords } from '../../words/document-words.ts'

/** What stands in the form before anything is typed. */
export type DocumentValues = { title: string; bodyHtml: string; weight: string; atEntry: boolean; atCheckout: boolean }

/** The fields of the form, by their names. */
export const documentFields = ['title', 'bodyHtml', 'weight', 'atEntry', 'atCheckout']

/** A document as it is written: its name, its words, whether people must agree, and when they are asked. */
export function DocumentForm({ values, faults, submit }: { values: DocumentValues; faults: FormFaults | undefined; submit: string }) {
  const words = documentWords()
  const typed = faults?.values
  const focus = focusFirstFault(faults)
  return (
    <form method="post" noValidate className="grid max-w-[680px] gap-7">
      <TextField label={words.name} hint={words.nameHint} name="title" defaultValue={typed?.title ?? values.title} error={faults?.fieldErrors.title} maxLength={120} required {...focus('title')} />
      <RichTextField name="bodyHtml" label={words.body} defaultHtml={typed?.bodyHtml ?? values.bodyHtml} error={faults?.fieldErrors.bodyHtml} />
      <RadioCards
        label={words.weight}
        name="weight"
        columns={2}
        defaultValue={typed?.weight ?? values.weight}
        error={faults?.fieldErrors.weight}
        choices={[
          { value: 'required', label: words.required, hint: words.requiredHint },
          { value: 'optional', label: words.optional, hint: words.optionalHint },
        ]}
      />
      <fieldset>
        <legend className="text-sm font-medium">{words.whenAsked}</legend>
        <p className="text-sm text-ink-2">{words.whenAskedHint}</p>
        <CheckboxField name="atEntry" label={words.entryLabel} defaultChecked={typed ? typed.atEntry === 'on' : values.atEntry} error={faults?.fieldErrors.atEntry} />
        <CheckboxField name="atCheckout" label={words.checkoutLabel} defaultChecked={typed ? typed.atCheckout === 'on' : values.atCheckout} error={faults?.fieldErrors.atCheckout} />
      </fieldset>
      <Button type="submit" variant="main" name="intent" value="save" className="justify-self-start">
        {submit}
      </Button>
    </form>
  )
}
