import { describe, expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, signInByForm, type Sent } from '../isolation/built-server.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source)

describe('the built pages', () => {
  it('carry the policy, run no script of a lesson, and take no form of another site', async () => {
    const { a, b } = await buildTwoSchools(database())
    const port = Number(new URL((await ground().startWeb()).url).port)
    const { cookie } = await signInByForm(database(), app(), port, { [a.id]: 'owner' })
    const installation = `coursecove.localhost:${port}`
    const host = `${a.slug}.${installation}`
    const ask = (sent: Partial<Sent> & { path: string }) => askServer(port, { host, cookie, ...sent })
    const [courseId, lessonId] = [String(a.samples.courses?.id), String(a.samples.lessons?.id)]
    const editor = `/studio/courses/${courseId}/lessons/${lessonId}`

    const evil = '<p onclick="steal()">Kept</p><script>steal()</script><img src=x onerror=steal()><a href="javascript:steal()">link</a><iframe srcdoc="<script>steal()</script>"></iframe><svg onload=steal()>'
    expect((await ask({ path: editor, method: 'POST', form: { intent: 'save', title: 'Paid', bodyHtml: evil } })).status).toBe(303)
    const { rows } = await database().superuser.query<{ body_html: string }>('select body_html from lesson_contents where lesson_id = $1', [lessonId])
    expect(rows[0]?.body_html).toContain('Kept')
    expect(rows[0]?.body_html).not.toMatch(/steal|script|onclick|onerror|onload|iframe/)

    const pages: [string, string][] = [
      [host, '/'], [host, '/courses'], [host, '/courses/listed'], [host, '/learn'], [host, `/learn/listed/${lessonId}`], [host, '/studio'], [host, editor], [host, '/studio/orders'], [host, '/studio/settings'],
      [host, '/no-such-page'], [host, `/studio/orders/${courseId}`], [installation, '/'], [installation, '/sign-in'], [installation, '/account'], [installation, '/onboarding'], [installation, `/s/${a.slug}/courses`],
      [`nobody.${installation}`, '/'], [host, '/courses/%00'], [`files.${installation}`, '/no.link'],
    ]
    const nonces = new Set<string>()
    for (const [where, path] of pages) {
      const answer = await ask({ host: where, path })
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy, `${where}${path}`).toMatch(/default-src '(self|none)'/)
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
      expect(answer.headers.get('x-content-type-options'), `${where}${path}`).toBe('nosniff')
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
      if (nonce) expect(nonces.has(nonce), 'a nonce was used twice').toBe(false)
      if (nonce) nonces.add(nonce)
      // Or the way back shows an old form, and saving it brings old values back.
      if (nonce) expect(answer.headers.get('cache-control'), `${where}${path}`).toContain('no-store')
      // Facts for search engines stand in a script element too, of a type that no browser runs.
      for (const [tag] of (await answer.text()).matchAll(/<script\b(?! type="application\/ld\+json">)[^>]*>/g)) expect(tag, `${where}${path}`).toContain(nonce ? `nonce="${nonce}"` : 'no script at all')
    }

    const before = (await database().superuser.query('select count(*) from courses')).rows
    for (const origin of ['', 'null', 'https://evil.example', `http://${b.slug}.${installation}`, `http://${installation}`, 'not an origin']) {
      for (const [path, form] of [['/studio/courses', { title: 'Planted' }], [editor, { intent: 'remove' }], ['/sign-out', {}], [`/learn/listed/${lessonId}`, {}], ['/courses/listed/checkout', { email: 'a@test.example' }]] as const) {
        expect((await ask({ path, method: 'POST', form, headers: { origin } })).status, `${path} from "${origin}"`).toBe(403)
      }
    }
    expect((await database().superuser.query('select count(*) from courses')).rows).toEqual(before)
    expect((await ask({ path: '/studio' })).status).toBe(200)
  }, 120_000)
})
