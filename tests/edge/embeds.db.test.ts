import { beforeAll, describe, expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, signInByForm, type Sent } from '../isolation/built-server.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import type { World } from '../isolation/world.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source, { isForAll: true })
let world: World
let port: number

beforeAll(async () => {
  world = await buildTwoSchools(database())
  port = Number(new URL((await ground().startWeb()).url).port)
}, 240_000)

const installation = () => `coursecove.localhost:${port}`
const host = () => `${world.a.slug}.${installation()}`
const ask = (sent: Partial<Sent> & { path: string }) => askServer(port, { host: host(), ...sent })
const framedBy = (answer: Response) => /frame-ancestors ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]

describe('a school on other sites', () => {
  it('may be framed where its owner says, on no other page and by nobody else, from the next request on', async () => {
    expect(framedBy(await ask({ path: '/embed/courses' }))).toBe(`'self'`)
    const { cookie } = await signInByForm(database(), app(), port, { [world.a.id]: 'owner' })
    const choose = (sites: string) => ask({ path: '/studio/site/elsewhere', cookie, method: 'POST', form: { sites } })
    expect((await choose('www.example.com\nhttps://blog.example.com/courses')).status).toBe(303)

    for (const path of ['/embed/courses', '/embed/courses/listed']) {
      const answer = await ask({ path })
      expect([answer.status, framedBy(answer)], path).toEqual([200, `'self' https://blog.example.com https://www.example.com`])
    }
    for (const path of ['/', '/courses', '/courses/listed', '/courses/listed/checkout', '/embed/courses/no-such-course', '/studio/site/elsewhere']) expect(framedBy(await ask({ path, cookie })), path).toBe(`'none'`)
    expect(framedBy(await ask({ path: '/embed/courses', host: `${world.b.slug}.${installation()}` }))).toBe(`'self'`)

    expect((await choose('nothing')).status).toBe(422)
    expect(framedBy(await ask({ path: '/embed/courses' }))).toContain('blog.example.com')
    expect((await choose('')).status).toBe(303)
    expect(framedBy(await ask({ path: '/embed/courses' }))).toBe(`'self'`)
  })

  it('shows the same to everybody, has no form and no script of ours, and all that can be pressed opens the school in a window of its own', async () => {
    const { cookie } = await signInByForm(database(), app(), port, { [world.a.id]: 'student' })
    const [visitor, student] = [await (await ask({ path: '/embed/courses?most=24' })).text(), await (await ask({ path: '/embed/courses?most=24', cookie })).text()]
    // Links to pictures are signed for a while: of two pages they may differ.
    const body = (page: string) => (/<main.*<\/main>/s.exec(page)?.[0] ?? '').replace(/(src="[^"?]*)\?[^"]*/g, '$1')
    expect(body(visitor)).toContain('<article')
    expect(body(student)).toBe(body(visitor))
    expect(visitor).not.toMatch(/<form|<button|<script(?! type="application\/ld\+json")/)
    const links = [...body(visitor).matchAll(/<a [^>]*>/g)].map(([link]) => link)
    expect(links.length).toBeGreaterThan(1)
    const shown = async (query: string) => (body(await (await ask({ path: `/embed/courses${query}` })).text()).match(/<article/g) ?? []).length
    expect(await shown('?most=1')).toBe(1)
    expect(await shown('?most=nothing')).toBe(await shown(''))
    expect(await shown('?subject=a-subject-that-nobody-teaches')).toBe(0)
    for (const link of links) expect(link).toMatch(new RegExp(`href="http://${host()}/courses[^"]*" target="_blank" rel="noopener"`))
  })
})
