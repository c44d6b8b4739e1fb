import { Form } from 'react-router'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording, useKind } from '#modules/tenancy/ui/wording.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { knownLevels } from '../../course-words.ts'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { schoolWords } from '../words/school-words.ts'
import { faultsOf, type FormAnswer } from './builder.schema.ts'
import { RichTextField } from './rich-text-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { useSavedForm } from './use-saved-form.ts'

type Settings = { title: string; slug: string; subject: string; level: string; summary: string; descriptionHtml: string; outcomes: string; instructorMembershipId: string }

type SettingsFormProps = {
  settings: Settings
  teachers: readonly { membershipId: string; name: string }[]
  /** What stands before the slug in the address, for showing it. */
  addressStart: string
  answer: FormAnswer
}

/** What a course is called, how it is described, who teaches it, where it stands. */
export function SettingsForm({ settings, teachers, addressStart, answer }: SettingsFormProps) {
  const kind = useBuilderKind()
  const said = builderWords()
  const { fieldErrors, values, formError } = faultsOf(answer)
  const whole = formError && values.intent !== 'delete' ? [{ message: formError }] : []
  const words = useWording()
  const { subjects } = useKind()
  const form = useSavedForm(answer, 'save')
  const shown = { ...settings, ...values }

  return (
    <Form method="post" noValidate onChange={form.touch} className="mt-7 grid max-w-[640px] gap-6">
      <input type="hidden" name="intent" value="save" />
      <FormErrors errors={[...whole, ...Object.entries(fieldErrors).map(([field, message]) => ({ field, message }))]} />
      <TextField name="title" label={said.title} defaultValue={shown.title} error={fieldErrors.title} maxLength={160} required />
      <TextareaField name="summary" label={said.summary} hint={said.summaryHint} defaultValue={shown.summary} error={fieldErrors.summary} maxLength={400} rows={3} optional />
      <TextareaField name="outcomes" label={kind.outcomes} hint={said.outcomesHint} defaultValue={shown.outcomes} error={fieldErrors.outcomes} rows={5} optional />
      <RichTextField name="descriptionHtml" label={kind.aboutCourse} defaultHtml={shown.descriptionHtml} error={fieldErrors.descriptionHtml} onTouch={form.touch} />
      <div className="grid gap-x-4 gap-y-6 sm:grid-cols-2">
        <SelectField name="subject" label={said.subject} hint={said.subjectHint} options={choices(subjects, shown.subject)} defaultValue={shown.subject} error={fieldErrors.subject} />
        <SelectField name="level" label={said.level} hint={said.levelHint} options={choices(knownLevels, shown.level, schoolWords().levels)} defaultValue={shown.level} error={fieldErrors.level} />
      </div>
      <SelectField
        name="instructorMembershipId"
        label={capital(words.instructor.one)}
        options={[{ value: '', label: said.nobodyNamed }, ...teachers.map(({ membershipId, name }) => ({ value: membershipId, label: name }))]}
        defaultValue={shown.instructorMembershipId}
        error={fieldErrors.instructorMembershipId}
      />
      <TextField name="slug" label={said.address} hint={said.addressHint(addressStart)} defaultValue={shown.slug} error={fieldErrors.slug} maxLength={80} autoCapitalize="none" spellCheck={false} required />
      <SaveBar label={said.saveSettings} {...form} />
    </Form>
  )
}

/** The usual words, and the one that stands there already if it is another. */
function choices(known: readonly string[], current: string, names: Record<string, string> = {}) {
  const words = current === '' || known.includes(current) ? known : [...known, current]
  return [{ value: '', label: builderWords().notSaid }, ...words.map((word) => ({ value: word, label: (Object.hasOwn(names, word) ? names[word] : null) ?? capital(word) }))]
}
