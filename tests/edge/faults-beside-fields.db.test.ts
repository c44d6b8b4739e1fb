import { describe, expect, it } from 'vitest'
import { hashInvitationToken } from '../../src/modules/tenancy/invitations/invitation-token.ts'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, password, signInByForm } from '../isolation/built-server.ts'
import { pageProbes } from '../isolation/probes.ts'
import { readPages } from '../isolation/routes.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import type { World } from '../isolation/world.ts'
import { cookieHeader } from '../support/account-steps.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { codeOf } from '../support/totp.ts'
import { askingForms, everyForm, placesOf, standsOnlyUnderClerk, visitorForms, waitingForms } from './every-form.ts'
import { isFormOf, isSameForm, judgeFaults, seenFields, typedNames } from './judge-faults.ts'
import { readFieldErrors, sentByScript } from './sent-by-script.ts'
import { open, send, spoilEach, type Desk } from './spoil-forms.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source)
let world: World | null = null

/** Accounts elsewhere have a form only where a provider is configured. */
const withElsewhere = { GITHUB_CLIENT_ID: 'an-application', GITHUB_CLIENT_SECRET: 'its secret' }

/** A desk in a world of two schools. */
interface SchoolDesk extends Desk {
  world: World
  email: string
}

async function openDesk(isSignedIn: boolean): Promise<SchoolDesk> {
  world ??= await buildTwoSchools(database())
  const { a } = world
  // Its site speaks another language too: that has forms of its own.
  await database().superuser.query(`update organizations set languages = '{de}' where id = $1`, [a.id])
  const port = Number(new URL((await ground().startWeb(withElsewhere)).url).port)
  const signedIn = isSignedIn ? await signInByForm(database(), app(), port, { [a.id]: 'owner' }) : null
  const cookie = signedIn?.cookie ?? ''
  // The operator's forms are on the list as well.
  await database().superuser.query('update users set is_operator = true where id = $1', [signedIn?.userId ?? null])
  const hosts = { school: `${a.slug}.coursecove.localhost:${port}`, installation: `coursecove.localhost:${port}` }
  return { world, email: signedIn?.email ?? '', faults: [], forms: 0, fields: 0, ask: (where, sent) => askServer(port, { host: hosts[where], cookie, ...sent }) }
}

/** Turns two-factor sign-in on for the one at the desk, and signs in anew with the password alone. */
async function waitForSecondFactor(desk: SchoolDesk): Promise<string> {
  const post = (path: string, form: Record<string, string>, cookie?: string) => desk.ask('installation', { path, method: 'POST', form, ...(cookie === undefined ? {} : { cookie }) })
  const setup = await (await post('/account/two-factor', { intent: 'begin', password })).text()
  const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(setup)?.[1] ?? ''
  const confirmed = await post('/account/two-factor', { intent: 'confirm', code: codeOf(secret) })
  expect(await confirmed.text()).toContain('Recovery codes')
  return cookieHeader((await post('/sign-in', { email: desk.email, password }, '')).headers.getSetCookie())
}

/** Forms with fields that stand on some page and that the list does not know, with all their fields. */
async function findUnknown(desk: SchoolDesk): Promise<string[]> {
  const { a } = desk.world
  const forms = [...everyForm(placesOf(a)), ...askingForms, ...visitorForms]
  const own: Record<string, string> = { ...placesOf(a), courseSlug: 'listed', checkoutId: String(a.samples.checkouts?.id), accountId: String(a.samples.ledger_accounts?.id), token: 'a-token', schoolSlug: a.slug, blockId: 'hero' }
  const found = new Set<string>()
  for (const { pattern, ...probe } of pageProbes) {
    const path = `/${pattern.replace(/:(\w+)/g, (_, name: string) => own[name] ?? 'none')}`
    const where = 'because' in probe && probe.because.startsWith('a page of the installation') ? 'installation' : 'school'
    for (const shown of (await open(desk, { where, path, form: {} })).forms) {
      const names = seenFields(shown).map(({ name }) => name)
      const isKnown = forms.some((known) => isFormOf(shown, known) && names.every((name) => name in known.form || (known.path === '/sign-in' && name === 'password')))
      if (names.length > 0 && !isKnown) found.add(`${pattern}: a form to ${shown.action} with ${names.join(', ')}`)
    }
  }
  return [...found]
}

describe('a form that is not taken', () => {
  it('says so beside the field and keeps what was typed, for those who are signed in', async () => {
    const desk = await openDesk(true)
    const { a } = desk.world
    // The form of the payouts is there until they are set up.
    await database().superuser.query('delete from payout_accounts where organization_id = $1', [a.id])
    await spoilEach(desk, [...everyForm(placesOf(a)), ...askingForms].filter((form) => typedNames(form).length > 0 && !standsOnlyUnderClerk(form)))
    expect(await findUnknown(desk)).toEqual([])
    console.log(`edge: ${desk.fields} fields of ${desk.forms} forms spoilt and read again, ${desk.faults.length} faults`)
    expect(desk.faults).toEqual([])
    expect(desk.forms).toBeGreaterThan(10)
  }, 300_000)

  it('says so beside the field and keeps what was typed, for visitors', async () => {
    const desk = await openDesk(false)
    const { a } = desk.world
    await database().superuser.query(`insert into payout_accounts (organization_id, id, provider, provider_account_id, status) values ($1, gen_random_uuid(), 'stripe', 'acct_edge', 'active')`, [a.id])
    await database().superuser.query('update organization_invitations set token_hash = $1 where organization_id = $2', [hashInvitationToken('a-token'), a.id])
    await spoilEach(desk, visitorForms.filter((form) => typedNames(form).length > 0))
    expect(await findUnknown(desk)).toEqual([])
    console.log(`edge: ${desk.fields} fields of ${desk.forms} visitors' forms spoilt and read again, ${desk.faults.length} faults`)
    expect(desk.faults).toEqual([])
    expect(desk.forms).toBeGreaterThan(4)
  }, 120_000)

  it('says so beside the field, for those whose second factor is waited for', async () => {
    const desk = await openDesk(true)
    const cookie = await waitForSecondFactor(desk)
    await spoilEach({ ...desk, ask: (where, sent) => desk.ask(where, { ...sent, cookie }) }, waitingForms)
    expect(desk.faults).toEqual([])
  }, 60_000)

  it('keeps the longest text of a lesson, in any script, while its title is wrong', async () => {
    const desk = await openDesk(true)
    const places = placesOf(desk.world.a)
    const lesson = everyForm(places).find(({ form }) => form.intent === 'save')
    const shown = lesson && (await open(desk, lesson)).forms.find((form) => isSameForm(form, lesson))
    if (!lesson || !shown) throw new Error('the form of the lesson is not on its page')
    const long = { ...lesson, form: { ...lesson.form, title: '', bodyHtml: '歌'.repeat(399_000) } }
    expect(judgeFaults(shown, await send(desk, long, shown, long.form), { form: long, field: 'title', word: '' })).toEqual([])
  }, 60_000)

  it('is told to the script that sent it, where no page shows the form', async () => {
    const desk = await openDesk(true)
    const list = sentByScript(placesOf(desk.world.a))
    for (const { path, body, headers, field, because } of list) {
      const answer = await desk.ask('school', { path, method: 'POST', body, headers })
      expect(answer.status, `${path}: ${because}`).toBe(422)
      expect((await readFieldErrors(answer))[field], `${path} with ${body}`).toMatch(/^[A-Z].*[.!?]$/)
    }
    console.log(`edge: ${list.length} forms sent by scripts, each with a fault at its field`)
    expect(list.length).toBeGreaterThan(5)
  }, 60_000)

  it('is on the list: every address that takes a form has one', () => {
    const places = placesOf({ samples: {} } as World['a'])
    const known = [...everyForm(places), ...visitorForms, ...waitingForms, ...sentByScript(places)].map(({ path }) => path)
    const taking = readPages().filter(({ hasAction }) => hasAction).map(({ pattern }) => pattern)
    const missing = taking.filter((pattern) => !known.some((path) => new RegExp(`^/${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)))
    expect(taking.length).toBeGreaterThan(15)
    expect(missing).toEqual([])
  })
})
