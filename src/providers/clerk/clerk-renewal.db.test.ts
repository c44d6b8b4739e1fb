import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { SessionRenewal } from '#modules/identity/ports.ts'
import { startBrowser } from '../../../emulators/clerk/emulator-harness.ts'
import { useClerkWorld, type ClerkWorld } from '../../../tests/support/clerk-world.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'

const database = useTestDatabase()
const melody = 'http://melody.coursecove.localhost:3000'
const page = `${melody}/learn?tab=2`
type LeadOn = Extract<SessionRenewal, { kind: 'lead-on' }>

/** A browser: its cookies here, its cookies at Clerk, and the way between. */
function visitor(world: ClerkWorld) {
  const atClerk = startBrowser(world.emulator)
  const jar = new Map<string, string>()
  const keep = (lines: string[]) => {
    for (const line of lines) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const open = (url: string, more: Record<string, string> = {}) => world.app.accounts.renewSession({
    url: new URL(url),
    headers: new Headers({ accept: 'text/html', 'sec-fetch-dest': 'document', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...more }),
  })
  return {
    jar, open, atClerk,
    async signUp(email = `mei-${v7()}@test.example`) {
      const { cookies } = await atClerk.visit('/sign-up', { email, redirect_url: page })
      keep(cookies.filter((line) => line.includes('Domain=')))
      return email
    },
    /** Follows to Clerk and back. @returns the address that Clerk sends to */
    async goToClerk(renewal: SessionRenewal | null) {
      const { location, cookies } = expectLeadOn(renewal)
      keep(cookies)
      const { pathname, search } = new URL(location)
      const answer = await atClerk.visit(pathname + search)
      keep(answer.cookies.filter((line) => line.includes('Domain=')))
      return answer.location ?? ''
    },
    take(renewal: SessionRenewal | null) {
      const led = expectLeadOn(renewal)
      keep(led.cookies)
      return led.location
    },
    age: async (wish: object) => {
      const session = world.emulator.state().sessions.oldestFirst().at(-1)
      jar.set('__session', await world.mint(session?.id ?? '', wish))
    },
    session: () => world.app.accounts.findSession(new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })),
  }
}

function expectLeadOn(renewal: SessionRenewal | null): LeadOn {
  expect(renewal).toMatchObject({ kind: 'lead-on' })
  return renewal as LeadOn
}

describe.each(['sk_test_emulator', 'sk_live_emulator'])('a session under %s', (secretKey) => {
  const world = useClerkWorld(database, {}, { secretKey })

  it('whose token ran out goes by Clerk once, and comes back to the very page with a new one', async () => {
    const mei = visitor(world())
    await mei.signUp()
    await mei.age({ lifetimeSeconds: -60 })
    const begun = await mei.open(page)
    const { origin, pathname, searchParams } = new URL(expectLeadOn(begun).location)
    expect([origin, pathname]).toEqual([world().emulator.url, '/v1/client/handshake'])
    expect(new URL(searchParams.get('redirect_url') ?? '').origin).toBe(melody)

    const back = await mei.goToClerk(begun)
    expect(mei.take(await mei.open(back))).toBe(page)
    expect(await mei.session()).not.toBeNull()
    expect(await mei.open(page)).toBeNull()
    expect([...mei.jar.keys()].filter((name) => name.startsWith('cove.'))).toEqual([])
  })

  it('that is good costs no call, and nobody is sent anywhere who was never here', async () => {
    const mei = visitor(world())
    await mei.signUp()
    expect(await world().countCalls(async () => expect(await mei.open(page)).toBeNull())).toBe(0)
    expect(await world().countCalls(async () => expect(await visitor(world()).open(page)).toBeNull())).toBe(0)
  })

  it('that Clerk has ended is forgotten here too, and there is no second way', async () => {
    const mei = visitor(world())
    await mei.signUp()
    await mei.age({ lifetimeSeconds: -60 })
    await mei.atClerk.visit('/sign-out')
    expect(mei.take(await mei.open(await mei.goToClerk(await mei.open(page))))).toBe(page)
    expect(await mei.session()).toBeNull()
    expect(await mei.open(page)).toBeNull()
  })

  it('that another site’s page fetched is not good here, and a new one is fetched', async () => {
    const mei = visitor(world())
    await mei.signUp()
    await mei.age({ azp: 'https://evil.example' })
    mei.take(await mei.open(await mei.goToClerk(await mei.open(page))))
    expect(await mei.session()).not.toBeNull()
  })

  it('is not taken over from a link that somebody else made', async () => {
    const [stranger, mei] = [visitor(world()), visitor(world())]
    await stranger.signUp()
    await stranger.age({ lifetimeSeconds: -60 })
    const begun = await stranger.open(page)
    const link = await stranger.goToClerk(begun)

    // With the mark of the stranger's way in it, and without.
    expect(await mei.open(link)).toMatchObject({ kind: 'failed', fault: { code: 'session-not-renewed', status: 400 } })
    const bare = new URL(link)
    bare.searchParams.delete('cove_renewal')
    expect(await mei.open(bare.href)).toBeNull()
    expect(await mei.session()).toBeNull()
  })

  it('is told why when the way brought nothing, instead of going in a circle', async () => {
    const mei = visitor(world())
    await mei.signUp()
    await mei.age({ lifetimeSeconds: -60 })
    const { location, cookies } = expectLeadOn(await mei.open(page))
    for (const line of cookies) mei.jar.set((line.split('=')[0] ?? '').trim(), '1')
    const asked = new URL(location).searchParams.get('redirect_url') ?? ''
    expect(await mei.open(asked)).toMatchObject({ kind: 'failed', fault: { status: 503, publicMessage: expect.stringContaining('without saying who you are') } })
  })

  it('never leads to another host, whatever a proxy or a sender writes into the headers', async () => {
    const mei = visitor(world())
    await mei.signUp()
    await mei.age({ lifetimeSeconds: -60 })
    const begun = expectLeadOn(await mei.open(page, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', host: 'evil.example' }))
    expect(new URL(new URL(begun.location).searchParams.get('redirect_url') ?? '').origin).toBe(melody)
  })
})

describe('a handshake', () => {
  const world = useClerkWorld(database, {}, { tokenSeconds: -600 })

  it('whose token is of another time says that a clock is wrong', async () => {
    const mei = visitor(world())
    await mei.signUp()
    expect(await mei.open(await mei.goToClerk(await mei.open(page)))).toMatchObject({ kind: 'failed', fault: { publicMessage: expect.stringContaining('clock') } })
  })

  it('that is not signed by Clerk is not taken', async () => {
    const mei = visitor(world())
    await mei.signUp()
    const back = new URL(await mei.goToClerk(await mei.open(page)))
    back.searchParams.delete('__clerk_handshake_nonce')
    const forged = `${Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'x' })).toString('base64url')}.${Buffer.from(JSON.stringify({ handshake: ['__session=stolen; Path=/'] })).toString('base64url')}.AAAA`
    back.searchParams.set('__clerk_handshake', forged)
    expect(await mei.open(back.href)).toMatchObject({ kind: 'failed', fault: { code: 'session-not-renewed' } })
  })
})

describe('two hosts of ours', () => {
  const world = useClerkWorld(database)
  const home = 'http://coursecove.localhost:3000/'

  it('are one browser to Clerk: what its script keeps on the first is shared with the whole domain, once', async () => {
    const mei = visitor(world())
    await mei.signUp()
    const noted = await mei.open(home)
    expect(noted).toMatchObject({ kind: 'go-on', cookies: [expect.stringMatching(/^__clerk_db_jwt=dvb_.*; Domain=coursecove\.localhost$/)] })
    expect(await mei.open(home, { cookie: `${[...mei.jar].map(([name, value]) => `${name}=${value}`).join('; ')}; __clerk_db_jwt=twice` })).toBeNull()
  })

  it('send nobody in a circle: one that is told that somebody is known finds out, or says why not', async () => {
    const mei = visitor(world())
    await mei.signUp()
    mei.jar.delete('__session')
    expectLeadOn(await mei.open(`${page}&cove_renewal=known`))
    expect(await visitor(world()).open(`${page}&cove_renewal=known`)).toMatchObject({ kind: 'failed', fault: { code: 'session-not-renewed' } })
  })

  it('both forget somebody who signed out at one of them, though a token lives on', async () => {
    const mei = visitor(world())
    await mei.signUp()
    await mei.atClerk.visit('/sign-out')
    for (const name of [...mei.jar.keys()]) if (name.startsWith('__client_uat')) mei.jar.delete(name)
    expect(await mei.session()).not.toBeNull()
    mei.take(await mei.open(await mei.goToClerk(await mei.open(page))))
    expect(await mei.session()).toBeNull()
  })
})
