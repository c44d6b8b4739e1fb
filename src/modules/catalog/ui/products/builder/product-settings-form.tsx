import { Form } from 'react-router'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { faultsOf, type FormAnswer } from '../../builder/builder.schema.ts'
import { RichTextField } from '../../builder/rich-text-field.tsx'
import { SaveBar } from '../../builder/save-bar.tsx'
import { useSavedForm } from '../../builder/use-saved-form.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'

type Settings = { title: string; slug: string; summary: string; descriptionHtml: string; givesLicenceKeys: boolean; answersLicenceChecks: boolean; downloadsMax: string; consentText: string }

type ProductSettingsFormProps = {
  settings: Settings
  mayGiveKeys: boolean
  /** The usual words, for what costs an address; null for all else. */
  usualConsent: string | null
  /** What stands before the slug in the address, for showing it. */
  addressStart: string
  /** Where programs ask whether a key is good. */
  checkAddress: string
  answer: FormAnswer
}

/** What a product is called, how it is described, and what its buyers get beside the files. */
export function ProductSettingsForm({ settings, mayGiveKeys, usualConsent, addressStart, checkAddress, answer }: ProductSettingsFormProps) {
  const words = productBuilderWords()
  const { fieldErrors, values, formError } = faultsOf(answer)
  const whole = formError && values.intent !== 'delete' ? [{ message: formError }] : []
  const form = useSavedForm(answer, 'save')
  const wasSent = values.intent === 'save'
  const shown = { ...settings, ...values }
  const isTicked = (name: 'givesLicenceKeys' | 'answersLicenceChecks') => (wasSent ? values[name] === 'on' : settings[name])
  return (
    <Form method="post" noValidate onChange={form.touch} className="mt-7 grid max-w-[640px] gap-6">
      <input type="hidden" name="intent" value="save" />
      <FormErrors errors={[...whole, ...Object.entries(fieldErrors).map(([field, message]) => ({ field, message }))]} />
      <TextField name="title" label={words.title} defaultValue={shown.title} error={fieldErrors.title} maxLength={160} required />
      <TextareaField name="summary" label={words.summary} hint={words.summaryHint} defaultValue={shown.summary} error={fieldErrors.summary} maxLength={400} rows={3} optional />
      <RichTextField name="descriptionHtml" label={words.aboutIt} defaultHtml={shown.descriptionHtml} error={fieldErrors.descriptionHtml} onTouch={form.touch} />
      {usualConsent ? (
        <TextareaField name="consentText" label={words.whatPeopleAgreeTo} hint={words.consentHint(usualConsent)} defaultValue={shown.consentText} error={fieldErrors.consentText} maxLength={500} rows={3} optional />
      ) : null}
      {mayGiveKeys ? (
        <div className="grid gap-2 border-y py-4">
          <CheckboxField name="givesLicenceKeys" label={words.giveKeys} hint={words.giveKeysHint} defaultChecked={isTicked('givesLicenceKeys')} error={fieldErrors.givesLicenceKeys} />
          <CheckboxField name="answersLicenceChecks" label={words.letProgramsAsk} hint={words.checkHint(checkAddress)} defaultChecked={isTicked('answersLicenceChecks')} error={fieldErrors.answersLicenceChecks} />
          <TextField name="downloadsMax" label={words.howOften} hint={words.howOftenHint} inputMode="numeric" defaultValue={shown.downloadsMax} error={fieldErrors.downloadsMax} autoComplete="off" optional className="mt-2 max-w-80" />
        </div>
      ) : null}
      <TextField name="slug" label={words.address} hint={words.addressHint(addressStart)} defaultValue={shown.slug} error={fieldErrors.slug} maxLength={80} autoCapitalize="none" spellCheck={false} required />
      <SaveBar label={words.saveSettings} {...form} />
    </Form>
  )
}
