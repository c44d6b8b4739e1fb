import { beforeAll, describe, expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, signInByForm, type Sent } from '../isolation/built-server.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import type { World } from '../isolation/world.ts'
import { cookieHeader } from '../support/account-steps.ts'
import { onlyEnglishWords, piecesOf } from '../support/spoken-words.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { findAll, readPage } from './read-page.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source, { isForAll: true })
let world: World
let port: number

beforeAll(async () => {
  world = await buildTwoSchools(database())
  await database().superuser.query(`update organizations set locale = 'en-GB', languages = '{de}' where id = $1`, [world.a.id])
  port = Number(new URL((await ground().startWeb()).url).port)
}, 240_000)

const installation = () => `coursecove.localhost:${port}`
const school = ({ slug }: { slug: string }) => `${slug}.${installation()}`
const ask = (sent: Partial<Sent> & { path: string }) => askServer(port, { host: school(world.a), ...sent })
const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' }
/** Titles of lessons and sections, which stay as the school wrote them. */
const schoolsOwn = new Set(['Paid', 'Free', 'Begin'])
const tongue = async (answer: Response) => /<html lang="([^"]+)" dir="(ltr|rtl)"/.exec(await answer.text())?.slice(1, 3).join(' ')

describe('a visitor who reads German', () => {
  it('finds no English of the program on the public pages, on a fault and on the way to an account', async () => {
    const english = await onlyEnglishWords()
    const pages: [string, string][] = [
      ...['/', '/courses', '/courses/listed', '/contact', '/no-such-page'].map((path): [string, string] => [school(world.a), path]),
      ...['/sign-in', '/sign-up', '/forgot', '/reset', '/verify', '/no-such-page'].map((path): [string, string] => [installation(), path]),
    ]
    const leftovers: string[] = []
    let examined = 0
    for (const [host, path] of pages) {
      const answer = await ask({ host, path, headers: german })
      const page = await answer.text()
      expect(page, path).toMatch(/<html lang="de/)
      const pieces = piecesOf(readPage(page))
      examined += pieces.length
      leftovers.push(...pieces.filter((piece) => english.has(piece) && !schoolsOwn.has(piece)).map((piece) => `${path}: ${piece}`))
    }
    console.log(`edge: ${examined} words on ${pages.length} pages read in German`)
    expect(leftovers).toEqual([])
    expect(examined).toBeGreaterThan(100)
  })

  it('reads the tagline in German where the school wrote one, and as it is where it did not', async () => {
    const { cookie } = await signInByForm(database(), app(), port, { [world.a.id]: 'owner' })
    const save = (taglines: Record<string, string>) => ask({ path: '/studio/settings', method: 'POST', cookie, form: { name: 'School A', tagline: 'Scales, slowly', ...taglines, timeZone: 'Europe/Berlin' } })
    const shown = async (headers: Record<string, string>) => {
      const page = await (await ask({ path: '/courses', headers })).text()
      return [...page.matchAll(/Scales, slowly|Tonleitern, langsam/g)].map(([line]) => line)
    }
    expect((await save({ 'tagline-de': 'Tonleitern, langsam' })).status).toBe(302)
    await expect.poll(() => shown(german)).toEqual(Array.from({ length: 3 }, () => 'Tonleitern, langsam'))
    expect(new Set(await shown({ 'accept-language': 'en' }))).toEqual(new Set(['Scales, slowly']))
    expect((await save({})).status, 'a form without the field').toBe(302)
    expect(new Set(await shown(german))).toEqual(new Set(['Tonleitern, langsam']))
    expect((await save({ 'tagline-de': ' ' })).status).toBe(302)
    await expect.poll(async () => new Set(await shown(german))).toEqual(new Set(['Scales, slowly']))
  })

  it('finds none either where they are signed in: their account, their courses, the studio, and the operator’s pages', async () => {
    const english = await onlyEnglishWords()
    const { cookie, userId } = await signInByForm(database(), app(), port, { [world.a.id]: 'owner' })
    await database().superuser.query('update users set is_operator = true where id = $1', [userId])
    const own = (table: string) => String(world.a.samples[table]?.id)
    const pages: [string, string][] = [
      ...['', `/${own('courses')}`, `/${own('courses')}/settings`, `/${own('courses')}/lessons/${own('lessons')}`].map((path): [string, string] => [school(world.a), `/studio/courses${path}`]),
      ...['', ...['', '/settings', '/buyers', '/addresses'].map((page) => `/${own('products')}${page}`)].map((path): [string, string] => [school(world.a), `/studio/products${path}`]),
      ...['', '/new', `/${own('coupons')}`, `/${own('coupons')}/change`].map((path): [string, string] => [school(world.a), `/studio/coupons${path}`]),
      ...['', '/search', '/brand', '/elsewhere', '/blocks/hero'].map((path): [string, string] => [school(world.a), `/studio/site${path}`]),
      ...['api', 'api/new', 'api/reference', `api/${own('api_keys')}`, 'domains', 'domains/new', `domains/${own('domains')}`, 'webhooks', 'webhooks/new', `webhooks/${own('webhook_endpoints')}`, `webhooks/${own('webhook_endpoints')}/change`].map((path): [string, string] => [school(world.a), `/studio/settings/${path}`]),
      ...['/account', '/account/password', '/account/address', '/account/two-factor', '/account/data', '/onboarding', '/onboarding?name=Klang&preset=yoga-studio'].map((path): [string, string] => [installation(), path]),
      ...['', '?window=day', '/inbox', '/inbox?status=failed', '/inbox?since=never', `/inbox/${own('webhook_events')}`, '/inbox/replay?all=yes', '/jobs', '/jobs?state=failed', '/reconcile'].map((path): [string, string] => [installation(), `/operator${path}`]),
      ...['/learn', '/learn/data', '/studio', '/studio/people', '/studio/people/roles', '/studio/people/invitations', '/studio/people/invite', '/studio/people/import', '/studio/orders', `/studio/orders/${own('orders')}`, '/studio/money', '/studio/payouts', '/studio/customers', '/studio/settings'].map((path): [string, string] => [school(world.a), path]),
    ]
    const leftovers: string[] = []
    for (const [host, path] of pages) {
      const answer = await ask({ host, path, cookie, headers: german })
      expect(answer.status, path).toBe(path.includes('never') ? 422 : 200)
      leftovers.push(...piecesOf(readPage(await answer.text())).filter((piece) => english.has(piece) && !schoolsOwn.has(piece)).map((piece) => `${path}: ${piece}`))
    }
    expect(leftovers).toEqual([])
  })

  it('is told in German what does not fit', async () => {
    const answer = await ask({ path: '/contact', method: 'POST', headers: german, form: { name: '', email: 'nobody', message: '', website: '' } })
    const said = piecesOf(readPage(await answer.text()))
    expect(said).toContain('Bitte nennen Sie Ihren Namen.')
    expect(said).toContain('Bitte geben Sie eine Adresse ein, zum Beispiel name@example.org.')
  })

  it('reads the school’s own language where it offers no German', async () => {
    expect(await tongue(await ask({ host: school(world.b), path: '/courses', headers: german }))).toMatch(/^en/)
  })
})

describe('the language of a page', () => {
  it('never leaks into what is answered at the same time, kept or made', async () => {
    const paths = ['/', '/courses', '/courses/listed', '/no-such-page', '/contact']
    const wrong = await Promise.all(Array.from({ length: 120 }, async (_, index) => {
      const isGerman = index % 2 === 1
      const seen = await tongue(await ask({ path: paths[index % paths.length] ?? '/', headers: isGerman ? german : { 'accept-language': 'en' } }))
      return seen === (isGerman ? 'de-GB ltr' : 'en-GB ltr') ? null : `${index}: ${seen}`
    }))
    expect(wrong.filter(Boolean)).toEqual([])
  })

  it('is chosen by a form, stays chosen in this browser, and leads back on this host whatever was sent', async () => {
    const chosen = await ask({ path: '/language', method: 'POST', form: { language: 'de', back: '/courses?lang=en&subject=piano' } })
    expect(chosen.status).toBe(303)
    expect(chosen.headers.get('location')).toBe(`http://${school(world.a)}/courses?subject=piano`)
    const cookie = cookieHeader(chosen.headers.getSetCookie())
    expect(await tongue(await ask({ path: '/courses', cookie, headers: { 'accept-language': 'en' } }))).toBe('de-GB ltr')
    expect(await tongue(await ask({ host: installation(), path: '/sign-in', cookie, headers: { 'accept-language': 'en' } }))).toBe('de ltr')
    for (const back of ['//evil.example/', 'https://evil.example/', '/\\evil.example', '']) {
      const led = await ask({ path: '/language', method: 'POST', form: { language: 'de', back } })
      expect(new URL(led.headers.get('location') ?? '').host, back).toBe(school(world.a))
    }
    expect((await ask({ path: '/language', method: 'POST', form: { language: 'xx', back: '/' } })).status).toBe(404)
  })

  it('is kept with the person who is signed in, on every device', async () => {
    const { cookie, userId } = await signInByForm(database(), app(), port, { [world.a.id]: 'student' })
    await ask({ path: '/language', method: 'POST', cookie, form: { language: 'de', back: '/' } })
    expect((await database().superuser.query('select language from users where id = $1', [userId])).rows).toEqual([{ language: 'de' }])
    expect(await tongue(await ask({ path: '/courses', cookie, headers: { 'accept-language': 'en' } }))).toBe('de-GB ltr')
  })

  it('can be found by search engines, each under an address of its own', async () => {
    const page = readPage(await (await ask({ path: '/courses?lang=de' })).text())
    const links = findAll(page, ({ tag }) => tag === 'link')
    const here = `http://${school(world.a)}/courses`
    expect(links.filter(({ attributes }) => attributes.rel === 'alternate').map(({ attributes }) => [attributes.hreflang, attributes.href])).toEqual([['en', here], ['de', `${here}?lang=de`], ['x-default', here]])
    expect(links.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href).toBe(`${here}?lang=de`)
  })

  it('is that in which the school wrote its first page, where it did; the rest of the page stays in its first language', async () => {
    const { cookie } = await signInByForm(database(), app(), port, { [world.a.id]: 'owner' })
    const write = (path: string, form: Record<string, string>) => ask({ path, method: 'POST', cookie, form })
    expect((await write('/studio/site/blocks/hero', { intent: 'write', layout: 'type', title: 'Room to breathe.', text: 'Lie down first.', action: 'none' })).status).toBe(303)
    expect((await write('/studio/site/blocks/hero?in=de', { intent: 'translate', in: 'de', title: 'Raum zum Atmen.', text: '' })).headers.get('location')).toMatch(/\/studio\/site\/blocks\/hero\?in=de$/)
    expect((await write('/studio/site/search?in=de', { in: 'de', title: 'Yoga in Lübeck', description: '' })).status).toBe(303)
    const draft = await (await ask({ path: '/studio/site/preview?lang=de', cookie })).text()
    expect(draft).toContain('Raum zum Atmen.')
    await write('/studio/site', { intent: 'publish' })

    const read = async (path: string, headers: Record<string, string> = {}) => piecesOf(readPage(await (await ask({ path, headers })).text()))
    expect(await read('/', german)).toEqual(expect.arrayContaining(['Raum zum Atmen.', 'Lie down first.', 'Yoga in Lübeck']))
    expect(await read('/?lang=de')).toContain('Raum zum Atmen.')
    const english = await read('/', { 'accept-language': 'en' })
    expect(english).toContain('Room to breathe.')
    expect(english).not.toContain('Raum zum Atmen.')
  })

  it('is refused for a text where nobody speaks it, and what was written is there again when it is spoken', async () => {
    const { cookie } = await signInByForm(database(), app(), port, { [world.a.id]: 'owner' })
    const translate = (language: string) => ask({ path: '/studio/site/blocks/hero', method: 'POST', cookie, form: { intent: 'translate', in: language, title: 'Anders', text: '' } })
    const offer = (languages: string) => database().superuser.query('update organizations set languages = $2 where id = $1', [world.a.id, languages])
    for (const language of ['', 'xx', 'constructor', 'de-DE']) expect((await translate(language)).status, language).toBe(404)
    await offer('{}')
    const refused = await translate('de')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Your site does not speak German now.')
    expect(await (await ask({ path: '/', headers: german })).text()).toContain('Room to breathe.')
    await offer('{de}')
    // The word that a kept page changed comes by another way than the answer.
    await expect.poll(async () => (await ask({ path: '/', headers: german })).text(), { timeout: 10_000 }).toContain('Raum zum Atmen.')
  })

  it('has entries of its own in the list of pages for search engines, and each names the others', async () => {
    const list = await (await ask({ path: '/sitemap.xml' })).text()
    const here = `http://${school(world.a)}/courses`
    const others = `<xhtml:link rel="alternate" hreflang="en" href="${here}"/><xhtml:link rel="alternate" hreflang="de" href="${here}?lang=de"/><xhtml:link rel="alternate" hreflang="x-default" href="${here}"/>`
    expect(list).toContain(`<url><loc>${here}</loc>${others}</url>`)
    expect(list).toContain(`<url><loc>${here}?lang=de</loc>${others}</url>`)
    expect(await (await ask({ host: school(world.b), path: '/sitemap.xml' })).text()).not.toContain('hreflang')
  })

  it('is written from the right where the school’s is, and is chosen by the school', async () => {
    await database().superuser.query(`update organizations set locale = 'ar-EG' where id = $1`, [world.b.id])
    expect(await tongue(await ask({ host: school(world.b), path: '/contact' }))).toBe('ar-EG rtl')
    const { cookie } = await signInByForm(database(), app(), port, { [world.b.id]: 'owner' })
    const saved = await ask({ host: school(world.b), path: '/studio/settings/languages', method: 'POST', cookie, form: { ownLanguage: 'de', 'offer-en': 'on' } })
    expect(saved.status).toBe(302)
    expect((await database().superuser.query('select locale, languages from organizations where id = $1', [world.b.id])).rows).toEqual([{ locale: 'de-DE', languages: ['en'] }])
  })
})
