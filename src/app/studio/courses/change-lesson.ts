import { addAttachment, editLesson, moveAttachment, removeAttachment, removeLesson, setLessonMedia } from '#modules/catalog/index.ts'
import { lessonEditSchema } from '#modules/catalog/catalog.schema.ts'
import { builderWords } from '#modules/catalog/ui/words/builder-words.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { parseForm } from '../../parse-form.ts'
import { wordOf } from './form-answer.ts'

/** What came of a deed on a lesson. */
export interface LessonChange {
  /** The sentence to say, where the page does not show it by itself. */
  said: string | null
  isGone: boolean
}

/**
 * Does what a form of the lesson's editor asks for.
 *
 * @throws NotFound for a deed that there is not
 */
export async function changeLesson(ctx: TenantCtx, place: { courseId: string; lessonId: string }, form: FormData): Promise<LessonChange> {
  const words = builderWords()
  const said = (sentence: string | null): LessonChange => ({ said: sentence, isGone: false })
  const attachment = { ...place, attachmentId: wordOf(form, 'attachmentId') }
  switch (wordOf(form, 'intent')) {
    case 'save':
      await editLesson(ctx, { ...place, ...parseForm(lessonEditSchema, form) })
      return said(null)
    case 'set-media': {
      const fileId = wordOf(form, 'fileId') || null
      await setLessonMedia(ctx, { ...place, fileId })
      return said(fileId ? words.uploadInPlace : words.textOnlyNow)
    }
    case 'add-attachment':
      await addAttachment(ctx, { ...place, fileId: wordOf(form, 'fileId') })
      return said(null)
    case 'move-attachment':
      await moveAttachment(ctx, { ...attachment, step: wordOf(form, 'to') === 'up' ? 'up' : 'down' })
      return said(null)
    case 'remove-attachment':
      await removeAttachment(ctx, attachment)
      return said(null)
    case 'remove':
      await removeLesson(ctx, place)
      return { said: null, isGone: true }
    default:
      throw new NotFound('no such deed on a lesson')
  }
}
