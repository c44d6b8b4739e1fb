import { describe, expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, signInByForm, type Sent } from '../isolation/built-server.ts'
import { pageProbes } from '../isolation/probes.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { badParts, badWords, insideWords, type EdgeForm } from './bad-values.ts'
import type { World } from '../isolation/world.ts'
import { everyForm, placesOf, visitorForms, type FormPlaces } from './every-form.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source)
let world: World | null = null

interface Edge {
  /** Asks at the school's own host as its owner, unless said otherwise. */
  ask(what: string, sent: Partial<Sent> & { path: string }): Promise<Response>
  hosts: { school: string; installation: string }
  places: FormPlaces
  /** The own value of a parameter of an address. */
  own(parameter: string): string
  /** What was answered wrongly so far. */
  faults: string[]
  asked(): number
}

/** The built program with a filled school, whose owner asks, and is the operator too. A test file has one such school. */
async function openEdge(): Promise<Edge> {
  world ??= await buildTwoSchools(database())
  const { a } = world
  // Its site speaks another language too: that has forms of its own.
  await database().superuser.query(`update organizations set languages = '{de}' where id = $1`, [a.id])
  const { url } = await ground().startWeb()
  const port = Number(new URL(url).port)
  const { cookie, userId } = await signInByForm(database(), app(), port, { [a.id]: 'owner' })
  await database().superuser.query('update users set is_operator = true where id = $1', [userId])
  const faults: string[] = []
  let count = 0
  const id = (table: string) => String(a.samples[table]?.id)
  const hosts = { school: `${a.slug}.coursecove.localhost:${port}`, installation: `coursecove.localhost:${port}` }
  return {
    hosts,
    faults,
    asked: () => count,
    places: placesOf(a),
    own: (parameter) => ({ courseSlug: 'listed', courseId: id('courses'), lessonId: id('lessons'), orderId: id('orders'), checkoutId: id('checkouts'), accountId: id('ledger_accounts'), membershipId: id('organization_memberships'), schoolSlug: a.slug })[parameter] ?? 'none',
    async ask(what, sent) {
      count += 1
      const answer = await askServer(port, { host: hosts.school, cookie, ...sent })
      const text = await answer.clone().text()
      // Without the provider, the way to it says so.
      const isProviders = answer.status === 503 && sent.path.startsWith('/studio/payouts/again')
      if (answer.status >= 500 && !isProviders) faults.push(`${what}: ${answer.status}`)
      const inside = insideWords.exec(text)
      if (inside) faults.push(`${what}: ${answer.status}, and the answer says "${inside[0].trim()}"`)
      return answer
    },
  }
}

const isLong = process.env.COVE_LONG === '1'

/**
 * Whether it is somebody's turn: every sixth's, and of each six another one, since pages are asked in three ways. All of
 * it takes minutes, and `npm run test:long` has them.
 */
function inTurn(): () => boolean {
  let turn = -1
  return () => {
    turn += 1
    return isLong || (turn + Math.floor(turn / 6)) % 6 === 0
  }
}

/** What the pages read of their questions. */
const questions = ['after', 'before', 'search', 'group', 'subject', 'name', 'preset', 'next', 'token', 'state', 'course', 'preview', 'email', 'returned', 'left', 'error', 'status', 'provider', 'type', 'text', 'since', 'until', 'all', 'id', 'window', 'replayed', 'retried', 'in', 'lang']

const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
const encode = (form: Record<string, string>) => new URLSearchParams(form).toString()
const others = ({ form }: EdgeForm) => Object.keys(form).filter((name) => name !== 'intent')

/** The form with a word in the named fields; the rest stays as it was. */
function spoilt({ form }: EdgeForm, fields: string[], word: string): string {
  return Object.entries(form).map(([name, value]) => `${name}=${fields.includes(name) ? word : encodeURIComponent(value)}`).join('&')
}

/** Bodies of forms that a browser would never send. */
function strangeBodies(form: EdgeForm): { what: string; body: string; type: string }[] {
  const fields = others(form)
  const part = (name: string, more: string, content: string) => `--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`
  const intent = form.form.intent ? part('intent', '', form.form.intent) : ''
  return [
    { what: 'every field twice', type: asForm['content-type'], body: `${encode(form.form)}&${fields.map((name) => `${name}=again`).join('&')}` },
    { what: 'fields as lists and objects', type: asForm['content-type'], body: `${form.form.intent ? `intent=${form.form.intent}&` : ''}${fields.map((name) => `${name}[]=1&${name}[x]=2`).join('&')}&__proto__[x]=1` },
    { what: 'files in place of text', type: 'multipart/form-data; boundary=edge', body: `${intent}${fields.map((name) => part(name, '; filename="a.txt"', 'text')).join('')}--edge--\r\n` },
    { what: 'a form that breaks off', type: 'multipart/form-data; boundary=edge', body: '--edge\r\nContent-Disposition: form-data; name="a' },
    { what: 'a form without a boundary', type: 'multipart/form-data', body: 'nothing' },
    { what: 'JSON', type: 'application/json', body: '{"title":{"a":[1]}' },
    { what: 'a body of no kind', type: 'text/plain', body: 'hello' },
    { what: 'no body', type: asForm['content-type'], body: '' },
  ]
}

async function spoilForms(edge: Edge, forms: EdgeForm[], more: Partial<Sent>): Promise<void> {
  const isTurn = inTurn()
  for (const form of forms) {
    const host = edge.hosts[form.where]
    const name = `POST ${form.path.replace(/[0-9a-f-]{36}/g, '…')} ${form.form.intent ?? ''}`
    const post = async (what: string, body: string, type = asForm['content-type']) => {
      if (isTurn()) await edge.ask(`${name} with ${what}`, { host, path: form.path, method: 'POST', body, headers: { 'content-type': type }, ...more })
    }
    for (const [what, word] of Object.entries(badWords)) await post(`${what} everywhere`, spoilt(form, others(form), word))
    if (others(form).length > 1) for (const field of others(form)) await post(`a NUL byte in ${field}`, spoilt(form, [field], 'a%00b'))
    for (const { what, body, type } of strangeBodies(form)) await post(what, body, type)
  }
}

describe('input that nobody meant', () => {
  it('in the forms of those who are signed in is answered, and never with a fault of ours', async () => {
    const edge = await openEdge()
    await spoilForms(edge, everyForm(edge.places), {})
    console.log(`edge: ${edge.asked()} spoilt forms, ${edge.faults.length} faults`)
    expect(edge.faults).toEqual([])
  }, 300_000)

  it('in the forms of visitors is answered, and never with a fault of ours', async () => {
    const edge = await openEdge()
    await spoilForms(edge, visitorForms, { cookie: '' })
    expect(edge.faults).toEqual([])
  }, 120_000)

  it('in addresses and their questions is answered, and never with a fault of ours', async () => {
    const edge = await openEdge()
    const isTurn = inTurn()
    for (const { pattern, ...probe } of pageProbes) {
      const host = 'because' in probe && probe.because.startsWith('a page of the installation') ? edge.hosts.installation : edge.hosts.school
      for (const part of badParts) {
        // An address of more than 16 kB is refused by Node itself, which may hang up while it is still being told.
        const question = questions.map((name) => `${name}=${part.slice(0, 700)}`).join('&')
        const spoiltPath = pattern.replace(/:\w+/g, part)
        const paths = pattern.includes(':') ? [`/${spoiltPath}`, `/${spoiltPath}.data`] : []
        const all = [...paths, `/${pattern.replace(/:(\w+)/g, (_, name: string) => edge.own(name))}?${question}`]
        for (const path of all.filter(isTurn)) await edge.ask(`GET /${pattern} with ${part.slice(0, 40)}${path.includes('?') ? ' as its questions' : ''}`, { host, path })
      }
    }
    console.log(`edge: ${edge.asked()} spoilt addresses, ${edge.faults.length} faults`)
    expect(edge.faults).toEqual([])
  }, 300_000)

  it('to the API is answered, and never with a fault of ours', async () => {
    const edge = await openEdge()
    const bodies = ['', '{', 'null', '[]', '"text"', '{"from":"a","to":null,"position":{}}', '{"from":-1,"to":1e309,"position":0}', '{"from":0,"to":1,"position":1,"earlier":"x"}', '{"__proto__":{"from":1}}', '[[[[[[', 'x'.repeat(1_000_000), '\u0000']
    const json = { 'content-type': 'application/json' }
    for (const body of bodies) {
      for (const path of [`/learn/listed/${edge.places.lessonId}/watching`, '/api/webhooks/stripe', '/api/webhooks/stripe-connect', '/api/users/sync', '/api/auth/sign-in/email', '/api/uploads']) {
        await edge.ask(`POST ${path} with ${body.slice(0, 40)}`, { path, method: 'POST', body, headers: { ...json, 'stripe-signature': body.slice(0, 40).replace(/[^ -~]/g, '') } })
      }
    }
    for (const part of badParts) {
      await edge.ask(`GET live ${part.slice(0, 40)}`, { path: `/api/live?topics=${part},checkout:${part}` })
      for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE', 'PUT']) {
        await edge.ask(`${method} upload ${part.slice(0, 40)}`, { path: `/api/uploads/${part}`, method, headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'content-type': 'application/offset+octet-stream' } })
      }
      for (const name of ['Upload-Length', 'Upload-Metadata', 'Upload-Offset']) {
        await edge.ask(`POST upload with ${name} ${part.slice(0, 40)}`, { path: '/api/uploads', method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1', [name]: part } })
      }
      await edge.ask(`sync with ${part.slice(0, 40)}`, { path: '/api/users/sync', method: 'POST', headers: { authorization: `Bearer ${part}` } })
      await edge.ask(`files with ${part.slice(0, 40)}`, { host: `files.${edge.hosts.installation}`, path: `/${part}` })
      await edge.ask(`auth with ${part.slice(0, 40)}`, { host: edge.hosts.installation, path: `/api/auth/link?token=${part}&callbackURL=${part}` })
      await edge.ask(`a page of no pattern ${part.slice(0, 40)}`, { path: `/${part}/${part}` })
      await edge.ask(`a school by path ${part.slice(0, 40)}`, { host: edge.hosts.installation, path: `/s/${part}/courses` })
      await edge.ask(`cookies ${part.slice(0, 40)}`, { path: '/studio', cookie: `cove.session_token=${part}; cove_checkout=${part}` })
    }
    console.log(`edge: ${edge.asked()} spoilt questions to the API, ${edge.faults.length} faults`)
    expect(edge.faults).toEqual([])
  }, 300_000)
})
