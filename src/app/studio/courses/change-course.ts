import {
  addLesson, addSection, moveLesson, moveSection, publishCourse, readCourseBuilder, removeSection, renameSection, setCoursePrice, unpublishCourse,
} from '#modules/catalog/index.ts'
import { newLessonSchema, priceSchema, sectionTitleSchema } from '#modules/catalog/catalog.schema.ts'
import { builderWords } from '#modules/catalog/ui/words/builder-words.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { parseForm } from '../../parse-form.ts'
import { wordOf } from './form-answer.ts'

/** Which course, in which currency. */
export interface Place {
  courseId: string
  currency: string
}

type Deed = (ctx: TenantCtx, place: Place, form: FormData) => Promise<string | null>

/** What the forms of the builder may ask for; each gives the sentence to say, or none where the page shows it. */
const deeds: Record<string, Deed> = {
  'add-section': async (ctx, { courseId }, form) => {
    await addSection(ctx, { courseId, ...parseForm(sectionTitleSchema, form) })
    return null
  },
  'rename-section': async (ctx, { courseId }, form) => {
    await renameSection(ctx, { courseId, sectionId: wordOf(form, 'sectionId'), ...parseForm(sectionTitleSchema, form) })
    return builderWords().sectionRenamed
  },
  'move-section': async (ctx, { courseId }, form) => {
    await moveSection(ctx, { courseId, sectionId: wordOf(form, 'sectionId'), to: stepOf(form) ?? indexOf(form, 'to') })
    return null
  },
  'remove-section': async (ctx, { courseId }, form) => {
    const words = builderWords()
    const { lessonsRemoved } = await removeSection(ctx, { courseId, sectionId: wordOf(form, 'sectionId') })
    return lessonsRemoved === 0 ? words.sectionRemoved : words.sectionRemovedWith(lessonsRemoved)
  },
  'add-lesson': async (ctx, { courseId }, form) => {
    await addLesson(ctx, { courseId, sectionId: wordOf(form, 'sectionId'), ...parseForm(newLessonSchema, form) })
    return null
  },
  'move-lesson': async (ctx, { courseId }, form) => {
    const to = stepOf(form) ?? { sectionId: wordOf(form, 'sectionId'), index: indexOf(form, 'index') }
    await moveLesson(ctx, { courseId, lessonId: wordOf(form, 'lessonId'), to })
    return null
  },
  'set-price': async (ctx, { courseId, currency }, form) => {
    const words = builderWords()
    const { price } = parseForm(priceSchema, form)
    const { course, price: before } = await readCourseBuilder(ctx, courseId)
    await setCoursePrice(ctx, { courseId, priceCents: price, currency })
    if (price === null) return words.hasNoPrice
    if (price === 0) return words.isFreeNow
    // Nobody can be at the checkout of a draft, or of a course that had no price.
    return course.status !== 'draft' && before ? words.priceSavedOldAtCheckout : words.priceSaved
  },
  publish: async (ctx, { courseId }) => sayPublished(ctx, courseId, await publishCourse(ctx, { courseId })),
  unlist: async (ctx, { courseId }) => {
    await publishCourse(ctx, { courseId, isUnlisted: true })
    return builderWords().unlistedNow
  },
  unpublish: async (ctx, { courseId }) => {
    const words = builderWords()
    const { studentsWithAccess } = await unpublishCourse(ctx, { courseId })
    return studentsWithAccess === 0 ? words.draftAgain : words.draftAgainKeeping(studentsWithAccess)
  },
}

/**
 * Does what a form of the builder asks for.
 *
 * @returns the sentence to say, or null
 * @throws NotFound for a deed that there is not
 */
export async function changeCourse(ctx: TenantCtx, place: Place, form: FormData): Promise<string | null> {
  const intent = wordOf(form, 'intent')
  const deed = Object.hasOwn(deeds, intent) ? deeds[intent] : undefined
  if (!deed) throw new NotFound(`no deed ${intent} on a course`)
  return deed(ctx, place, form)
}

async function sayPublished(ctx: TenantCtx, courseId: string, published: { isPaid: boolean }): Promise<string> {
  const words = builderWords()
  const isSellable = !published.isPaid || (await readCourseBuilder(ctx, courseId)).isPayable
  return isSellable ? words.onYourSiteNow : words.onYourSiteNotPayable
}

function stepOf(form: FormData): 'up' | 'down' | null {
  const to = wordOf(form, 'to')
  return to === 'up' || to === 'down' ? to : null
}

function indexOf(form: FormData, name: string): number {
  const word = wordOf(form, name)
  if (!/^\d{1,6}$/.test(word)) throw new InvalidInput({ [name]: builderWords().placeIsNumber })
  return Number(word)
}
