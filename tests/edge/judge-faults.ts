import type { EdgeForm } from './bad-values.ts'
import { alertsOf, readForms, type ShownField, type ShownForm } from './read-forms.ts'
import { findAll, readPage, textOf, type PageElement } from './read-page.ts'
import { hiddenNames } from './spoilt-fields.ts'

/** A page that came, with its forms. */
export interface Answered {
  status: number
  page: PageElement
  forms: ShownForm[]
}

/** @param here the page's own path with its question */
export async function readAnswer(answer: Response, here: string): Promise<Answered> {
  const isPage = answer.headers.get('content-type')?.startsWith('text/html')
  const page = readPage(isPage ? await answer.text() : '')
  return { status: answer.status, page, forms: readForms(page, here) }
}

/** The fields that a person sees. */
export const seenFields = ({ fields }: ShownForm): ShownField[] => fields.filter(({ kind }) => kind !== 'hidden')

/** The names of what a person types or chooses in a form. */
export const typedNames = ({ form }: EdgeForm, shown?: ShownForm): string[] =>
  Object.keys(form).filter((name) => !hiddenNames.has(name) && !shown?.fields.some((field) => field.kind === 'hidden' && field.name === name))

/** Whether a form of a page is this one, whichever row it is about: the address, the intent, and the same fields. */
export function isFormOf(shown: ShownForm, known: EdgeForm): boolean {
  const { form, path } = known
  if (shown.action.split('?')[0] !== path) return false
  if (form.intent && !shown.presses.includes(`intent=${form.intent}`) && !shown.fields.some(({ name, value }) => name === 'intent' && value === form.intent)) return false
  return typedNames(known, shown).every((name) => seenFields(shown).some((field) => field.name === name))
}

/** Whether it is this one, about the same row. */
export function isSameForm(shown: ShownForm, known: EdgeForm): boolean {
  return isFormOf(shown, known) && !shown.fields.some(({ name, kind, value }) => kind === 'hidden' && name in known.form && known.form[name] !== value)
}

/** What is wrong with the answer to a form of which one field was spoilt; nothing when it is as it should be. */
export function judgeFaults(before: ShownForm, answered: Answered, sent: { form: EdgeForm; field: string; word: string }): string[] {
  const { form, field, word } = sent
  if (answered.status < 400 || answered.status > 499) return [`answered with ${answered.status}`]
  const shown = answered.forms.find((one) => isSameForm(one, form))
  const spoilt = shown?.fields.find(({ name }) => name === field)
  if (!shown || !spoilt) return [`answered with ${answered.status}, and the form is not in the page`]

  const known = before.fields.find(({ name }) => name === field)
  return [
    ...(spoilt.isInvalid ? [] : ['the field has no aria-invalid']),
    ...judgeSentence(answered.page, spoilt.describedBy.filter((id) => !known?.describedBy.includes(id))),
    ...shown.fields.filter((other) => other.isInvalid && other.name !== field).map(({ name }) => `${name} is called wrong too`),
    ...Object.entries(form.form).flatMap(([name, typed]) => judgeKept(shown, name, name === field ? word : typed, name === field)),
  ]
}

function judgeSentence(page: PageElement, ids: string[]): string[] {
  if (ids.length === 0) return ['the field is described by no fault']
  return ids.flatMap((id) => {
    const [found] = findAll(page, ({ attributes }) => attributes.id === id)
    if (!found) return [`the field is described by #${id}, which is not there`]
    return isPlain(textOf(found)) ? [] : [`it says "${textOf(found)}"`]
  })
}

/** A sentence for people: it begins, it ends, and holds no word of the programs inside. */
export function isPlain(sentence: string): boolean {
  return /^[A-Z“].{8,180}[.!?]$/.test(sentence) && !/\b(invalid (input|option)|expected|received|undefined|null|NaN|string|regex|pattern)\b|too (big|small)/i.test(sentence)
}

function judgeKept(shown: ShownForm, name: string, typed: string, isSpoilt: boolean): string[] {
  const field = shown.fields.find((one) => one.name === name)
  // A password never comes back, nor a code to sign in with; a NUL byte cannot stand in a page, and a list can only show what is in it.
  if (!field || field.kind === 'password' || name === 'code' || typed.includes('\0')) return []
  if (isSpoilt && (field.kind === 'choice' || field.kind === 'checkbox')) return []
  return field.value === typed ? [] : [`${name} holds "${field.value.slice(0, 40)}" and not "${typed.slice(0, 40)}", which was typed`]
}

/** What is wrong with the answer to a form that could not be read at all. */
export function judgeWhole(answered: Answered): string[] {
  const { status, page } = answered
  if (status < 400 || status > 499) return [`answered with ${status}`]
  return alertsOf(page).some(isPlain) ? [] : ['nothing on the page says what is wrong']
}

/** What is wrong with the answer to a form whose hidden part is not what it was: refused without a word, mostly. */
export function judgeHidden(answered: Answered, form: EdgeForm): string[] {
  const { status, page, forms } = answered
  if (status >= 500) return [`answered with ${status}`]
  const isOtherPage = !forms.some((shown) => isFormOf(shown, form)) && findAll(page, ({ tag }) => tag === 'h1').length > 0
  return status < 400 || isOtherPage || forms.some(({ fields }) => fields.some(({ isInvalid }) => isInvalid)) ? [] : judgeWhole(answered)
}
