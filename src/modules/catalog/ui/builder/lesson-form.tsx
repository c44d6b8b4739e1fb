import { Form } from 'react-router'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { faultsOf, type FormAnswer } from './builder.schema.ts'
import { RichTextField } from './rich-text-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { useSavedForm } from './use-saved-form.ts'

type LessonFormProps = { lesson: { title: string; bodyHtml: string; isPreview: boolean; isText: boolean }; answer: FormAnswer }

/** The words of a lesson, and whether everybody may see it. */
export function LessonForm({ lesson, answer }: LessonFormProps) {
  const kind = useBuilderKind()
  const said = builderWords()
  const { fieldErrors, values } = faultsOf(answer)
  const form = useSavedForm(answer, 'save')
  const wasRefused = values.intent === 'save'

  return (
    <Form method="post" noValidate onChange={form.touch} className="grid gap-6">
      <input type="hidden" name="intent" value="save" />
      <FormErrors errors={Object.entries(fieldErrors).map(([field, message]) => ({ field, message }))} />
      <TextField name="title" label={said.title} defaultValue={values.title ?? lesson.title} error={fieldErrors.title} maxLength={160} required />
      <RichTextField name="bodyHtml" label={lesson.isText ? said.text : said.textBeside} defaultHtml={values.bodyHtml ?? lesson.bodyHtml} error={fieldErrors.bodyHtml} onTouch={form.touch} />
      <CheckboxField name="isPreview" label={said.freePreview} hint={kind.previewHint} defaultChecked={wasRefused ? values.isPreview === 'on' : lesson.isPreview} error={fieldErrors.isPreview} />
      <SaveBar label={kind.saveLesson} {...form} />
    </Form>
  )
}
