import type { Page, Response } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { melody } from '../../db/seeds/melody/melody.ts'
import { elsewhere, hostileTexts, hostileTitle, keptWords } from '../support/hostile-html.ts'
import { expect, test } from '../support/journey.ts'

/** What a page under attack gave away, as it happens. */
interface Watch {
  page: Page
  /** What ran although nobody of ours wrote it. */
  ran: string[]
  /** What the policy had to refuse: directive and address. */
  refused: string[]
  /** Requests to hosts that are not the installation's, questions of the browser, new windows. */
  left: string[]
}

const allowedTags = new Set(['p', 'h2', 'h3', 'ul', 'ol', 'li', 'strong', 'em', 's', 'blockquote', 'a', 'code', 'pre', 'hr', 'br'])

test('a lesson written to do harm does none, and the policy stands behind it', async ({ person, home, schoolUrl, forgive }) => {
  const school = schoolUrl(melody.slug)
  const demo = readDemo(process.env.COVE_JOURNEY_DATA ?? '')
  const owner = demo?.logins.find(({ slug, role }) => slug === melody.slug && role === 'owner')
  const learner = melody.cast.find(({ role }) => role === 'student')
  if (!demo || !owner || !learner) throw new Error('the demo has no owner and no student')

  const { page: teacher } = await person('the co-teacher')
  const watch = await watchPage((await person('the student')).page, new URL(home).hostname)
  const student = watch.page
  await signIn(teacher, home, `${school}/studio`, owner)
  await signIn(student, home, `${school}/learn`, { email: learner.email, password: owner.password })
  const lesson = await test.step('a free course with a lesson that everybody may preview', () => makeLesson(teacher, school))
  const slug = await test.step('a student takes it', () => takeCourse(teacher, student, school, lesson))
  const player = `${school}/learn/${slug}/${lesson.lessonId}`
  const preview = `${school}/courses/${slug}/preview/${lesson.lessonId}`

  await test.step('what is saved past the editor runs for nobody', async () => {
    for (const bodyHtml of hostileTexts) {
      await post(teacher, lesson.editor, { intent: 'save', title: hostileTitle, bodyHtml, isPreview: 'on' })
      for (const address of [player, preview]) await lookAt(watch, address, bodyHtml)
    }
    expect(hostileTexts.length).toBeGreaterThan(10)
  })

  // The form is refused, and the console says so. The editor reads what was sent in a document that is never shown, and even there the policy holds for styles and the base.
  forgive(/studio.*: (Failed to load resource.*status of 422|Applying inline style violates|Setting the document's base URI)/)
  await test.step('nor for the teacher, in the form that comes back with it and in the editor', () => openEditor(teacher, new URL(home).hostname, lesson.editor))

  // From here on it is meant: the console says what was refused.
  forgive(/(learn|courses)\/.*Content Security Policy/)
  await post(teacher, lesson.editor, { intent: 'save', title: 'Plain', bodyHtml: `<p>${keptWords}</p>`, isPreview: 'on' })
  for (const address of [player, preview]) await test.step(`what gets into ${new URL(address).pathname.split('/')[1]} all the same is refused`, () => plant(watch, address))
})

async function watchPage(page: Page, homeHost: string): Promise<Watch> {
  const watch: Watch = { page, ran: [], refused: [], left: [] }
  await page.exposeFunction('stolen', (what: string) => watch.ran.push(what))
  await page.exposeFunction('toldRefused', (what: string) => watch.refused.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => (globalThis as unknown as { toldRefused(what: string): void }).toldRefused(`${effectiveDirective} ${blockedURI}`))
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== homeHost && !hostname.endsWith(`.${homeHost}`)) watch.left.push(request.url())
  })
  // The browser names a request before its policy stops it: what was stopped did not leave.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp' && watch.left.includes(request.url())) watch.left.splice(watch.left.indexOf(request.url()), 1)
  })
  page.on('dialog', (dialog) => {
    watch.left.push(`a ${dialog.type()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => watch.left.push(`a window: ${popup.url()}`))
  return watch
}

async function signIn(page: Page, home: string, next: string, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto(`${home}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${next}**`)
}

/** Sends a form as a program would that has the person's cookies: past the page, and past the editor. */
async function post(page: Page, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await page.evaluate(async ([to, form]) => {
    const { status, url } = await fetch(to, { method: 'POST', body: new URLSearchParams(form), headers: { accept: 'text/html' } })
    return { status, url }
  }, [path, fields] as const)
  expect(answer.status, `${path} ${fields.intent ?? ''}`).toBe(200)
  return answer.url
}

interface Lesson {
  course: string
  editor: string
  lessonId: string
}

async function makeLesson(teacher: Page, school: string): Promise<Lesson> {
  const course = await post(teacher, `${school}/studio/courses`, { title: 'A course to try the locks' })
  await post(teacher, course, { intent: 'add-section', title: hostileTitle })
  await teacher.goto(course)
  const sectionId = await teacher.locator('input[name=sectionId]').first().inputValue()
  await post(teacher, course, { intent: 'add-lesson', sectionId, title: hostileTitle, kind: 'text' })
  await teacher.goto(course)
  const path = await teacher.getByRole('list', { name: /Lessons of/ }).getByRole('link').first().getAttribute('href')
  const lessonId = path?.split('/').at(-1) ?? ''
  return { course, editor: `${course}/lessons/${lessonId}`, lessonId }
}

/** Published by its address alone, so that the school's own pages stay as they are. */
async function takeCourse(teacher: Page, student: Page, school: string, { course, editor }: Lesson): Promise<string> {
  await post(teacher, editor, { intent: 'save', title: hostileTitle, bodyHtml: `<p>${keptWords}</p>`, isPreview: 'on' })
  await post(teacher, course, { intent: 'set-price', price: '0' })
  await post(teacher, course, { intent: 'unlist' })
  await teacher.goto(`${course}/settings`)
  const slug = await teacher.getByLabel('Address').inputValue()
  await post(student, `${school}/courses/${slug}/start`, {})
  return slug
}

/** Opens a page with the text, touches everything in it, and finds that nothing ran, nothing left, nothing had to be refused. */
async function lookAt({ page, ran, refused, left }: Watch, address: string, saved: string): Promise<void> {
  checkPolicy(await page.goto(address))
  const prose = page.locator('.prose')
  await expect(prose.getByText(keptWords)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostileTitle)
  const found = await touchAll(page)
  expect(found.filter((name) => !/^a\[(href|rel)\]$/.test(name) && !allowedTags.has(name)), saved.slice(0, 200)).toEqual([])
  expect(page.url()).toBe(address)
  expect({ ran, refused, left }, saved.slice(0, 200)).toEqual({ ran: [], refused: [], left: [] })
}

/** @returns the tags in the text, and each attribute as `tag[name]` */
function touchAll(page: Page): Promise<string[]> {
  return page.locator('.prose').evaluate(async (prose) => {
    const all = [...prose.querySelectorAll<HTMLElement>('*')]
    for (const element of all) {
      for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'error', 'load', 'begin', 'start']) element.dispatchEvent(new Event(type, { bubbles: true }))
      element.click()
    }
    // Two frames: what was started has had its turn.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done))
    return all.flatMap(({ localName, attributes }) => [localName, ...[...attributes].map(({ name }) => `${localName}[${name}]`)])
  })
}

function checkPolicy(answer: Response | null): string {
  const policy = answer?.headers()['content-security-policy'] ?? ''
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
  expect(answer?.status()).toBe(200)
  expect(scripts).toMatch(/^'self' 'nonce-[^']{16,}'$/)
  expect(policy).not.toMatch(/script-src-(elem|attr)|unsafe-eval|unsafe-hashes|strict-dynamic/)
  expect(policy).toContain(`object-src 'none'`)
  expect(policy).toContain(`base-uri 'none'`)
  return policy
}

/** A form that was refused shows what was sent as it was sent, and the editor then reads it. */
async function openEditor(teacher: Page, homeHost: string, editor: string): Promise<void> {
  const watch = await watchPage(teacher, homeHost)
  await teacher.goto(editor)
  for (const bodyHtml of hostileTexts.slice(0, 2)) {
    await teacher.evaluate(([action, text]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      for (const [name, value] of [['intent', 'save'], ['title', ''], ['bodyHtml', text]] as const) form.append(Object.assign(document.createElement('input'), { name, value, type: 'hidden' }))
      document.body.append(form)
      form.submit()
    }, [editor, bodyHtml] as const)
    await expect(teacher.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true')
    await expect(teacher.getByRole('textbox', { name: 'Text' })).toContainText(keptWords)
    await touchAll(teacher)
  }
  const scripts = watch.refused.filter((what) => !/^(style-src-elem inline|base-uri )/.test(what))
  expect({ ran: watch.ran, scripts, left: watch.left }).toEqual({ ran: [], scripts: [], left: [] })
}

const planted = `<script>stolen('inline')</script><script src="${elsewhere}/x.js"></script><img src="data:," onerror="stolen('handler')"><iframe src="${elsewhere}/f"></iframe><a id="planted" href="javascript:stolen('link')">planted</a>`

/** Puts harm into the page on its way: under its own policy nothing of it runs, and without it all of it does. */
async function plant({ page, ran, refused, left }: Watch, address: string): Promise<void> {
  const policy = checkPolicy(await page.goto(address))
  const html = await page.evaluate((from) => fetch(from).then(async (answer) => [answer.headers.get('content-security-policy'), await answer.text()] as const), address)
  let served = { own: html[0], what: planted }
  // It stands until both pages are whole: taken away while a page still loads, the browser forgets requests that it holds.
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: served.own ? { 'content-security-policy': served.own } : {}, body: html[1].replace(keptWords, () => `${keptWords}${served.what}`) }))
  expect(html[0]?.replace(/nonce-[^']*/g, '')).toBe(policy.replace(/nonce-[^']*/g, ''))

  await page.goto(address)
  await page.locator('#planted').click()
  for (const said of ['script-src-elem inline', `script-src-elem ${elsewhere}/x.js`, 'script-src-attr inline', `frame-src ${elsewhere}`]) await expect.poll(() => refused, said).toContain(said)
  await expect.poll(() => refused.filter((said) => said === 'script-src-elem inline').length, 'the link too').toBeGreaterThan(1)
  await expect.poll(() => ({ ran, left })).toEqual({ ran: [], left: [] })

  // Without the policy the same runs: so it was the policy, and this test can see it.
  served = { own: null, what: `<script>stolen('inline')</script><img src="data:," onerror="stolen('handler')"><a id="planted" href="javascript:void stolen('link')">planted</a>` }
  await page.goto(address)
  await page.locator('#planted').click()
  await expect.poll(() => [...ran].sort()).toEqual(['handler', 'inline', 'link'])
  await page.unroute(address)
  ran.length = 0
  refused.length = 0
}
