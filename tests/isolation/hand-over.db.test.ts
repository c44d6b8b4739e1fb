import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { useFaultGround } from '../faults/harness.ts'
import { cookieHeader } from '../support/account-steps.ts'
import { buildSchool } from '../support/builders.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { askServer, password, signInByForm } from './built-server.ts'
import { arrive, begin, cookieOf, cross, makeCode, onwardFrom } from './crossing.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source, { isForAll: true })

/** Two schools with domains of their own, and the web process before them. */
interface Place {
  port: number
  installation: string
  melody: { id: string; slug: string; domain: string; host: string }
  rival: { id: string; slug: string; domain: string; host: string }
}

let port: number
let place: Place

beforeAll(async () => {
  port = Number(new URL((await ground().startWeb()).url).port)
}, 120_000)
beforeEach(async () => {
  const open = async (name: string) => {
    const { organizationId, slug } = await buildSchool(database(), `${name}-${v7().slice(-8)}`)
    const domain = `www.${slug}.example`
    await database().superuser.query(`insert into domains (organization_id, id, host, challenge, state, verified_at) values ($1, $2, $3, 'a challenge of twenty letters', 'verified', now())`, [organizationId, v7(), domain])
    return { id: organizationId, slug, domain, host: `${domain}:${port}` }
  }
  place = { port, installation: `coursecove.localhost:${port}`, melody: await open('melody'), rival: await open('rival') }
})

const person = (memberships: Parameters<typeof signInByForm>[3]) => signInByForm(database(), app(), place.port, memberships)

const isIn = async (host: string, cookie: string) => (await askServer(place.port, { host, path: '/learn', cookie })).status === 200

async function refused(answer: Response, sentence: RegExp): Promise<void> {
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie().filter((line) => line.startsWith('cove-visit='))).toEqual([])
  expect(await answer.text()).toMatch(sentence)
}

describe('a hand-over code', () => {
  it('signs a member in on the school’s own domain', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    expect(await isIn(place.melody.host, '')).toBe(false)
    expect(await isIn(place.melody.host, await cross(mei, place.melody.host))).toBe(true)
  })

  it('refuses replay', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const code = await makeCode(mei, place.melody.host)
    expect((await arrive(place.melody.host, code)).status).toBe(302)
    await refused(await arrive(place.melody.host, code), /used already/)
  })

  it('is good once, also for twenty who bring it at the same moment', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const code = await makeCode(mei, place.melody.host)
    const answers = await Promise.all(Array.from({ length: 20 }, () => arrive(place.melody.host, code)))
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1)
  })

  it('refuses another host, and is worth nothing afterwards', async () => {
    const mei = await person({ [place.melody.id]: 'student', [place.rival.id]: 'student' })
    const code = await makeCode(mei, place.melody.host)
    await refused(await arrive(place.rival.host, code), /another site/)
    await refused(await arrive(place.melody.host, code), /used already/)
  })

  it('refuses another browser', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const other = await begin(place.melody.host)
    await refused(await arrive(place.melody.host, { ...(await makeCode(mei, place.melody.host)), nonce: other.nonce }), /another browser/)
    await refused(await arrive(place.melody.host, { path: (await makeCode(mei, place.melody.host)).path }), /another browser/)
  })

  it('refuses age: a minute is its life', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const makeOlder = (seconds: number) => database().superuser.query(`update better_auth.hand_over set "createdAt" = now() - make_interval(secs => $1) where "usedAt" is null`, [seconds])
    const young = await makeCode(mei, place.melody.host)
    await makeOlder(40)
    expect((await arrive(place.melody.host, young)).status).toBe(302)
    const old = await makeCode(mei, place.melody.host)
    await makeOlder(61)
    await refused(await arrive(place.melody.host, old), /a minute/)
  })

  it('refuses what nobody made, and what belongs to a session that has ended', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const { nonce, path } = await makeCode(mei, place.melody.host)
    await refused(await arrive(place.melody.host, { nonce, path: '/arrive/done?code=nobodys&next=/learn' }), /not known/)
    await app().identity.signOutEverywhere(mei.userId)
    await refused(await arrive(place.melody.host, { nonce, path }), /not known/)
  })

  it('stands in the database as a hash alone, as do the session’s secret and the nonce', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const code = await makeCode(mei, place.melody.host)
    const answer = await arrive(place.melody.host, code)
    const secrets = [new URLSearchParams(code.path.split('?')[1]).get('code'), code.nonce.split('=')[1], cookieOf(answer, 'cove-visit').split('=')[1]]
    const { rows } = await database().superuser.query<{ row: string }>('select h::text as row from better_auth.hand_over h union all select s::text from better_auth.host_session s')
    expect(rows.length).toBeGreaterThan(1)
    for (const secret of secrets) expect(rows.filter(({ row }) => row.includes(secret ?? 'nothing'))).toEqual([])
  })
})

describe('a session on a school’s own domain', () => {
  it('is good at no other host, and the installation’s is not good there', async () => {
    const mei = await person({ [place.melody.id]: 'student', [place.rival.id]: 'owner' })
    const visit = await cross(mei, place.melody.host)
    expect(await isIn(place.melody.host, visit)).toBe(true)
    for (const host of [place.rival.host, `${place.melody.slug}.${place.installation}`, `${place.rival.slug}.${place.installation}`]) expect(await isIn(host, visit), host).toBe(false)
    expect((await askServer(place.port, { host: place.installation, path: '/account', cookie: visit })).status).toBe(302)
    expect(await isIn(place.melody.host, mei.cookie)).toBe(false)
    const token = visit.split('=')[1] ?? ''
    for (const method of ['GET', 'PUT']) expect((await askServer(place.port, { host: place.melody.host, path: '/api/profile', method, cookie: visit, ...(method === 'PUT' ? { body: '{"name":"Another"}' } : {}) })).status).toBe(401)
    expect((await askServer(place.port, { host: place.melody.host, path: '/api/users/sync', method: 'POST', headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  })

  it('is told of no other school', async () => {
    const mei = await person({ [place.melody.id]: 'student', [place.rival.id]: 'owner' })
    const there = await (await askServer(place.port, { host: place.melody.host, path: '/learn', cookie: await cross(mei, place.melody.host) })).text()
    expect(there).toContain(`http://${place.installation}/`)
    expect(there).not.toContain(place.rival.slug)
    const here = await (await askServer(place.port, { host: `${place.melody.slug}.${place.installation}`, path: '/learn', cookie: mei.cookie })).text()
    expect(here).toContain(place.rival.slug)
  })

  it('ends with signing out at the installation', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const visit = await cross(mei, place.melody.host)
    await askServer(place.port, { host: place.installation, path: '/sign-out', method: 'POST', cookie: mei.cookie, form: {} })
    expect(await isIn(place.melody.host, visit)).toBe(false)
  })

  it('ends with signing out everywhere, on each domain', async () => {
    const mei = await person({ [place.melody.id]: 'student', [place.rival.id]: 'student' })
    const visits = [[place.melody.host, await cross(mei, place.melody.host)], [place.rival.host, await cross(mei, place.rival.host)]] as const
    for (const [host, visit] of visits) expect(await isIn(host, visit)).toBe(true)
    await askServer(place.port, { host: place.installation, path: '/account', method: 'POST', cookie: mei.cookie, form: { intent: 'everywhere' } })
    for (const [host, visit] of visits) expect(await isIn(host, visit)).toBe(false)
  })

  it('ends with its device in the list, which names the domain; another device keeps its own', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const phone = cookieHeader((await askServer(port, { host: place.installation, path: '/sign-in', method: 'POST', form: { email: mei.email, password } })).headers.getSetCookie())
    const [visit, ofPhone] = [await cross(mei, place.melody.host), await cross({ ...mei, cookie: phone }, place.melody.host)]
    const account = await (await askServer(port, { host: place.installation, path: '/account', cookie: mei.cookie })).text()
    expect(account.split(`Also on ${place.melody.domain}`)).toHaveLength(3)
    const session = /name="session" value="([^"]+)"/.exec(account)?.[1] ?? ''
    await askServer(port, { host: place.installation, path: '/account', method: 'POST', cookie: mei.cookie, form: { intent: 'end', session } })
    expect([await isIn(place.melody.host, visit), await isIn(place.melody.host, ofPhone)]).toEqual([true, false])
  })

  it('counts as use of the one it came from', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const visit = await cross(mei, place.melody.host)
    const { rows } = await database().superuser.query<{ id: string }>(`update better_auth.session set "updatedAt" = now() - interval '1 hour' where id = (select "sessionId" from better_auth.host_session where host = $1) returning id`, [place.melody.domain])
    expect(await isIn(place.melody.host, visit)).toBe(true)
    await expect.poll(async () => (await database().superuser.query(`select 1 from better_auth.session where id = $1 and "updatedAt" > now() - interval '1 minute'`, [rows[0]?.id])).rowCount).toBe(1)
  })

  it('ends by its own sign-out, and with it the one it came from', async () => {
    const mei = await person({ [place.melody.id]: 'student', [place.rival.id]: 'student' })
    const [visit, other] = [await cross(mei, place.melody.host), await cross(mei, place.rival.host)]
    const answer = await askServer(place.port, { host: place.melody.host, path: '/sign-out', method: 'POST', cookie: visit, form: {} })
    expect(answer.headers.getSetCookie().some((line) => /^cove-visit=;.*Max-Age=0/.test(line))).toBe(true)
    expect(await isIn(place.melody.host, visit)).toBe(false)
    expect(await isIn(place.rival.host, other)).toBe(false)
    expect((await askServer(place.port, { host: place.installation, path: '/account', cookie: mei.cookie })).status).toBe(302)
  })

  it('ends when the domain is removed, and does not come back with its next holder', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const visit = await cross(mei, place.melody.host)
    const owner = await person({ [place.melody.id]: 'owner' })
    const { rows } = await database().superuser.query<{ id: string }>('select id from domains where host = $1', [place.melody.domain])
    await askServer(place.port, { host: `${place.melody.slug}.${place.installation}`, path: `/studio/settings/domains/${rows[0]?.id}`, method: 'POST', cookie: owner.cookie, form: { intent: 'remove' } })
    expect((await askServer(place.port, { host: place.melody.host, path: '/', cookie: visit })).status).toBe(404)
    await database().superuser.query(`insert into domains (organization_id, id, host, challenge, state) values ($1, $2, $3, 'a challenge of twenty letters', 'verified')`, [place.rival.id, v7(), place.melody.domain])
    expect(await isIn(place.melody.host, visit)).toBe(false)
  })
})

describe('the way there', () => {
  it('asks whoever is no member first, and tells the school of nobody before', async () => {
    const stranger = await person({})
    const { to } = await begin(place.melody.host)
    const asked = await askServer(place.port, { host: to.host, path: `${to.pathname}${to.search}`, cookie: stranger.cookie })
    const confirm = new URL(asked.headers.get('location') ?? '', `http://${place.installation}`)
    expect(confirm.pathname).toBe('/hand-over/confirm')
    expect(await (await askServer(place.port, { host: place.installation, path: `${confirm.pathname}${confirm.search}`, cookie: stranger.cookie })).text()).toContain('then knows your name and address')
    const codes = await database().superuser.query('select 1 from better_auth.hand_over where host = $1', [place.melody.domain])
    expect(codes.rows).toEqual([])
    const form = Object.fromEntries(confirm.searchParams)
    // Another site cannot press the button.
    const foreign = await askServer(place.port, { host: place.installation, path: '/hand-over', method: 'POST', cookie: stranger.cookie, form, headers: { origin: 'https://elsewhere.example' } })
    expect(foreign.status).toBe(403)
    const onward = await onwardFrom(await askServer(place.port, { host: place.installation, path: '/hand-over', method: 'POST', cookie: stranger.cookie, form }))
    expect(onward.host).toBe(place.melody.host)
  })

  it('leads nowhere but to domains that a school has proven, and to paths there', async () => {
    const mei = await person({ [place.melody.id]: 'student' })
    const ask = (query: Record<string, string>) => askServer(place.port, { host: place.installation, path: `/hand-over?${new URLSearchParams(query)}`, cookie: mei.cookie })
    for (const to of ['elsewhere.example', '', place.melody.slug, `x.${place.melody.domain}`, `${place.melody.domain}@elsewhere.example`, `elsewhere.example/${place.melody.domain}`]) {
      expect((await ask({ to, nonce: 'x'.repeat(43) })).status, to).toBe(404)
    }
    for (const next of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', 'javascript:alert(1)', '/\t/elsewhere.example']) {
      const { to } = await begin(place.melody.host, next)
      expect(to.searchParams.get('next'), next).toBe('/')
      const onward = await onwardFrom(await ask({ to: place.melody.domain, nonce: 'x'.repeat(43), next }))
      expect([onward.host, onward.searchParams.get('next')]).toEqual([place.melody.host, '/'])
    }
  })

  it('begins anew for whoever signs in on the way', async () => {
    const { to } = await begin(place.melody.host, '/learn?x=1')
    const answer = await askServer(place.port, { host: to.host, path: `${to.pathname}${to.search}` })
    const signIn = new URL(answer.headers.get('location') ?? '', `http://${place.installation}`)
    expect(signIn.pathname).toBe('/sign-in')
    const next = new URL(signIn.searchParams.get('next') ?? '')
    expect([next.pathname, Object.fromEntries(next.searchParams)]).toEqual(['/hand-over', { to: place.melody.domain, next: '/learn?x=1' }])
    const mei = await person({ [place.melody.id]: 'student' })
    const again = await onwardFrom(await askServer(place.port, { host: next.host, path: `${next.pathname}${next.search}`, cookie: mei.cookie }))
    expect([again.host, again.pathname, again.searchParams.get('next')]).toEqual([place.melody.host, '/arrive', '/learn?x=1'])
  })

  it('says where it leads in the language of whoever goes it', async () => {
    const { installation, melody } = place
    await database().superuser.query(`update organizations set languages = '{de}' where id = $1`, [melody.id])
    await database().superuser.query('update domains set is_primary = true where host = $1', [melody.domain])
    const ways = [[installation, `/hand-over?to=${melody.domain}`], [`${melody.slug}.${installation}`, '/courses']] as const
    for (const [host, path] of ways) {
      for (const [language, words] of [['de', `>Weiter zu ${melody.domain}`], ['en', `>Go on to ${melody.domain}`]] as const) {
        const page = await (await askServer(port, { host, path, headers: { 'accept-language': language, 'sec-fetch-site': 'same-site' } })).text()
        expect(page).toMatch(new RegExp(`<html lang="${language}[^"]*" dir="ltr">`))
        expect(page).toContain(words)
      }
    }
  })

  it('does not exist at hosts of the installation', async () => {
    for (const host of [place.installation, `${place.melody.slug}.${place.installation}`]) {
      for (const path of ['/arrive?next=/', '/arrive/done?code=x']) expect((await askServer(place.port, { host, path })).status).toBe(404)
    }
  })
})

describe('the main address', () => {
  const choose = (isPrimary: boolean) => database().superuser.query('update domains set is_primary = $1 where host = $2', [isPrimary, place.melody.domain])

  it('takes over visitors and members; the studio stays where it is opened', async () => {
    const { installation, melody, port } = place
    const subdomain = `${melody.slug}.${installation}`
    const mei = await person({ [melody.id]: 'owner' })
    const ask = (path: string, more: { cookie?: string; host?: string; headers?: Record<string, string> } = {}) => askServer(port, { host: subdomain, path, ...more })
    expect((await ask('/')).status).toBe(200)

    await choose(true)
    const visitor = await ask('/courses?subject=piano')
    expect([visitor.status, visitor.headers.get('location'), visitor.headers.get('cache-control')]).toEqual([301, `http://${melody.host}/courses?subject=piano`, 'no-store'])
    const byPath = await ask(`/s/${melody.slug}/courses`, { host: installation })
    expect(byPath.headers.get('location')).toBe(`http://${melody.host}/courses`)
    // A redirect after a form is held to that form's policy; a page is not.
    expect((await onwardFrom(await ask('/courses', { headers: { 'sec-fetch-site': 'same-site' } }))).href).toBe(`http://${melody.host}/courses`)
    expect((await onwardFrom(await ask('/courses', { cookie: mei.cookie }))).pathname).toBe('/arrive')
    // Who the visitor is, a school they do not belong to is not told.
    expect((await ask('/courses', { cookie: (await person({})).cookie })).headers.get('location')).toBe(`http://${melody.host}/courses`)
    expect((await ask('/studio', { cookie: mei.cookie })).status).toBe(200)
    // What an open studio fetches is no way to anywhere.
    for (const path of ['/__manifest?paths=%2Fstudio&version=x', '/learn.data', '/courses']) expect((await ask(path, { cookie: mei.cookie, headers: { 'sec-fetch-dest': 'empty' } })).headers.get('location') ?? '', path).not.toContain(melody.domain)
    const page = await (await ask('/courses', { host: melody.host })).text()
    expect(page).toContain(`<link rel="canonical" href="http://${melody.host}/courses"/>`)

    await choose(false)
    expect((await ask('/courses')).status).toBe(200)
    // It shows the same pages still, which say where they belong.
    expect(await (await ask('/courses', { host: melody.host })).text()).toContain(`<link rel="canonical" href="http://${subdomain}/courses"/>`)
  })
})

describe('a kept page', () => {
  it('is each host’s own, and gone with the domain', async () => {
    const ask = (host: string) => askServer(place.port, { host, path: '/courses' })
    const etagOf = async (host: string) => (await ask(host)).headers.get('etag')
    // News of what changed a moment ago may still be on its way, and drop a page between two looks at it.
    await expect.poll(async () => (await etagOf(place.melody.host)) === (await etagOf(place.melody.host))).toBe(true)
    expect(await etagOf(`${place.melody.slug}.${place.installation}`)).not.toBe(await etagOf(place.melody.host))
    await database().superuser.query(`update domains set state = 'failed' where host = $1`, [place.melody.domain])
    await expect.poll(async () => (await ask(place.melody.host)).status).toBe(404)
  })
})
