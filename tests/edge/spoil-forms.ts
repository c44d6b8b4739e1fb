import type { Sent } from '../isolation/built-server.ts'
import type { EdgeForm } from './bad-values.ts'
import { isSameForm, judgeFaults, judgeHidden, judgeWhole, readAnswer, typedNames, type Answered } from './judge-faults.ts'
import type { ShownForm } from './read-forms.ts'
import { refusedBy } from './spoilt-fields.ts'

/** A built program that somebody asks, and what was found so far. */
export interface Desk {
  /** Where the pages of the forms are, by their words in `EdgeForm`. */
  ask(where: EdgeForm['where'], sent: Partial<Sent> & { path: string }): Promise<Response>
  faults: string[]
  forms: number
  fields: number
}

const nameOf = ({ path, form }: EdgeForm) => `${path.replace(/[0-9a-f-]{36}/g, '…')}${form.intent ? ` ${form.intent}` : ''}`
const asForm = { 'content-type': 'application/x-www-form-urlencoded' }

/** The page where a form stands. */
export async function open(desk: Desk, { where, path, page = path }: EdgeForm): Promise<Answered> {
  return readAnswer(await desk.ask(where, { path: page }), page)
}

/** Sends a form of a page as a browser without scripts does: its hidden words, and what was typed. */
export async function send(desk: Desk, known: EdgeForm, shown: ShownForm, typed: Record<string, string>): Promise<Answered> {
  const hidden = shown.fields.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value] as const)
  const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...typed }).toString()
  const [path = ''] = shown.action.split('?')
  const here = shown.method === 'get' ? `${path}?${body}` : shown.action
  return readAnswer(await desk.ask(known.where, shown.method === 'get' ? { path: here } : { path: here, method: 'POST', body, headers: asForm }), here)
}

/** Spoils each field of each form, one at a time, and reads the page that comes back. */
export async function spoilEach(desk: Desk, forms: EdgeForm[]): Promise<void> {
  for (const known of forms) {
    const shown = (await open(desk, known)).forms.find((form) => isSameForm(form, known))
    if (!shown) {
      desk.faults.push(`${nameOf(known)}: the form is not on its page`)
      continue
    }
    desk.forms += 1
    for (const field of typedNames(known, shown)) await spoilField(desk, known, shown, field)
    await spoilHidden(desk, known, shown)
    if (shown.method === 'get') continue
    const broken = await desk.ask(known.where, { path: shown.action, method: 'POST', body: '--edge\r\nContent-Disposition: form-data; name="a', headers: { 'content-type': 'multipart/form-data; boundary=edge' } })
    const answered = await readAnswer(broken, shown.action)
    // Where nobody types anything, there is nothing to be typed anew: leading back is answer enough.
    const judged = typedNames(known, shown).length > 0 ? judgeWhole(answered) : judgeHidden(answered, known)
    desk.faults.push(...judged.map((fault) => `${nameOf(known)} that breaks off: ${fault}`))
  }
}

async function spoilField(desk: Desk, known: EdgeForm, shown: ShownForm, field: string): Promise<void> {
  desk.fields += 1
  const words = refusedBy(known, field)
  // An address with a NUL byte is nobody's, so only what is posted can bring one.
  for (const word of shown.method === 'get' ? words : [...words, 'a\0b']) {
    const answered = await send(desk, known, shown, { ...known.form, [field]: word })
    const what = `${nameOf(known)}, ${field} with ${word === '' ? 'nothing' : JSON.stringify(word.slice(0, 20))}${word.length > 20 ? ` and ${word.length - 20} more` : ''}`
    desk.faults.push(...judgeFaults(shown, answered, { form: known, field, word }).map((fault) => `${what}: ${fault}`))
  }
}

async function spoilHidden(desk: Desk, known: EdgeForm, shown: ShownForm): Promise<void> {
  for (const { name } of shown.fields.filter(({ kind, name: called }) => kind === 'hidden' && called !== 'intent')) {
    for (const word of ['', 'x'.repeat(300), ...(shown.method === 'get' ? [] : ['a\0b'])]) {
      const answered = await send(desk, known, shown, { ...known.form, [name]: word })
      desk.faults.push(...judgeHidden(answered, known).map((fault) => `${nameOf(known)}, hidden ${name} with ${JSON.stringify(word.slice(0, 20))}: ${fault}`))
    }
  }
}
