import type { App } from '../../src/wiring.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { compareAnswers } from './answers.ts'
import { askServer, signInByForm, type Sent } from './built-server.ts'
import { answeredAlike, formProbes, pageForms } from './form-probes.ts'
import { pageProbes, type IdSource, type Probe } from './probes.ts'
import { fingerprint, listOwnIds, nobodys, readIds } from './two-schools.ts'
import type { School, World } from './world.ts'

/** What came of asking one school's pages with the ids of another. */
export interface AskedPages {
  /** How many questions were asked. */
  asked: number
  /** What was answered otherwise than if nobody had these ids, or changed in the other school; empty when all is well. */
  faults: string[]
}

/** The filled school's rows hold no recording for this, and its owner bought nothing here. */
const missingAtHome = ['learn/:courseSlug/:lessonId/recording', 'checkout/:checkoutId/done', 'courses/:courseSlug/preview/:lessonId', 'downloads/:productSlug', 'products/:productSlug/request', 'products/:productSlug/preview']

type AskedPage = Extract<Probe, { ids: unknown }>
type Door = { host: string; base: string }

/** An address with own ids, and with ids of others and of nobody in the same places. */
interface Places {
  own: string
  others: string
  nobodys: string
  /** What was put in: an answer may repeat it. */
  words: string[]
}

/** One address per way to put another's id into it: each parameter alone, and all of them. */
async function addresses(test: TestDatabase, probe: AskedPage, { own, other }: { own: School; other: School }): Promise<Places[]> {
  const values: Record<string, Record<'own' | 'others' | 'nobodys', string>> = {}
  for (const [name, source] of Object.entries(probe.ids)) {
    values[name] = { own: await readIds(test, own, source), others: await readIds(test, other, source), nobodys: nobodys(source) }
  }
  const names = Object.keys(values)
  const choices = names.length > 1 ? [...names.map((name) => [name]), names] : [names]
  const fill = (kind: 'own' | 'others' | 'nobodys', chosen: string[]) => probe.pattern.replace(/:(\w+)/g, (_, name: string) => values[name]?.[chosen.includes(name) ? kind : 'own'] ?? '')
  const words = Object.values(values).flatMap(({ others, nobodys: unknown }) => [others, unknown])
  return choices.map((chosen) => ({ own: fill('own', []), others: fill('others', chosen), nobodys: fill('nobodys', chosen), words }))
}

/** A form with the school's own values where it names columns. */
async function ofSchool(test: TestDatabase, form: Record<string, string>, school: School): Promise<Record<string, string>> {
  const filled: Record<string, string> = {}
  for (const [name, value] of Object.entries(form)) filled[name] = /^[a-z_]+\.(id|slug)$/.test(value) ? await readIds(test, school, value as IdSource) : value
  return filled
}

/** What one question is, but for the id in it. */
interface Question {
  what: string
  ids: { others: string; nobodys: string }
  words: string[]
  ask: (id: string) => Promise<Response>
  right?: readonly number[]
}

/** Every question that the probes make of one school's pages and forms, through one door. */
async function listQuestions(test: TestDatabase, { a, b }: { a: School; b: School }, { host, base }: Door, send: (sent: Sent) => Promise<Response>): Promise<Question[]> {
  const questions: Question[] = []
  for (const probe of pageProbes) {
    if ('because' in probe) continue
    for (const place of await addresses(test, probe, { own: a, other: b })) {
      const rightFor = (method: string) => answeredAlike.find((known) => known.pattern === probe.pattern && known.method === method)?.statuses
      const add = (what: string, method: string, path: (id: string) => string, more: Partial<Sent>) =>
        questions.push({ what: `${what} ${base}/${place.others}`, ids: place, words: place.words, right: rightFor(method), ask: (id) => send({ host, method, path: `${base}/${path(id)}`, ...more }) })
      if (probe.methods.includes('GET')) {
        add('GET', 'GET', (id) => id, {})
        add('GET, as a script asks,', 'GET', (id) => `${id}.data`, {})
      }
      if (!probe.methods.includes('POST')) continue
      if (probe.pattern.endsWith('/watching')) {
        add('POST', 'POST', (id) => id, { body: '{"from":0,"to":1,"position":1}', headers: { 'content-type': 'application/json' } })
        continue
      }
      for (const form of pageForms[probe.pattern] ?? [{}]) add(`POST ${JSON.stringify(form)}`, 'POST', (id) => id, { form: await ofSchool(test, form, b) })
    }
  }
  for (const { pattern, field, from, form, isSaidBesideField } of formProbes) {
    const page = pageProbes.find((probe) => probe.pattern === pattern)
    const path = page && 'ids' in page ? (await addresses(test, page, { own: a, other: b }))[0]?.own : pattern
    const own = await ofSchool(test, form, a)
    const ids = { others: await readIds(test, b, from), nobodys: nobodys(from) }
    questions.push({
      what: `POST ${base}/${pattern} ${JSON.stringify(form)} with ${field}`, ids, words: Object.values(ids), right: isSaidBesideField ? [422] : [404],
      ask: (id) => send({ host, method: 'POST', path: `${base}/${path}`, form: { ...own, [field]: id } }),
    })
  }
  return questions
}

/**
 * Signs in the owner of school A at a built server and asks every page and every form of it, at both doors, with the ids
 * of school B and with nobody's.
 *
 * @param test the server's database, with the two schools in it
 * @param app on the same database
 * @param port of 127.0.0.1, where the server answers, however it is run
 */
export async function askPagesForOthers(test: TestDatabase, app: App, { a, b }: World, port: number): Promise<AskedPages> {
  const { cookie } = await signInByForm(test, app, port, { [a.id]: 'owner' })
  const send = (sent: Sent) => askServer(port, { ...sent, cookie })
  const doors: Door[] = [{ host: `${a.slug}.coursecove.localhost:${port}`, base: '' }, { host: `coursecove.localhost:${port}`, base: `/s/${a.slug}` }]
  const secrets = await listOwnIds(test, b)
  const before = await fingerprint(test, b)
  const faults: string[] = []
  let asked = 0

  for (const door of doors) {
    faults.push(...(await findMissingAtHome(test, { a, b }, door, send)))
    for (const question of await listQuestions(test, { a, b }, door, send)) {
      asked += 1
      faults.push(...(await judge(question, secrets)))
    }
  }
  const after = await fingerprint(test, b)
  faults.push(...Object.keys(after).filter((table) => after[table] !== before[table]).map((table) => `${table}: the other school's rows are not as they were`))
  return { asked, faults }
}

/** The control: with the own ids the pages are there. */
async function findMissingAtHome(test: TestDatabase, { a, b }: { a: School; b: School }, { host, base }: Door, send: (sent: Sent) => Promise<Response>): Promise<string[]> {
  const faults: string[] = []
  for (const probe of pageProbes) {
    if ('because' in probe || !probe.methods.includes('GET')) continue
    const [place] = await addresses(test, probe, { own: a, other: b })
    const { status } = await send({ host, path: `${base}/${place?.own ?? ''}` })
    if (status >= 400 && !missingAtHome.includes(probe.pattern)) faults.push(`GET ${base}/${probe.pattern}: with the own id it is answered with ${status}`)
  }
  return faults
}

async function judge({ what, ids, words, ask, right }: Question, secrets: string[]): Promise<string[]> {
  const leaks: string[] = []
  const told = await compareAnswers(async (id) => {
    const answer = await ask(id)
    const text = await answer.text()
    const leaked = secrets.filter((secret) => !words.includes(secret) && text.includes(secret))
    if (leaked.length > 0) leaks.push(`${what}: the answer holds ${leaked.length} ids of the other school`)
    return new Response(words.reduce((body, word) => body.replaceAll(word, '(word)'), text), answer)
  }, what, (id) => id, { ...ids, right })
  return [...leaks, ...told.map((fault) => fault.slice(0, 700))]
}
