import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { melody } from '../../db/seeds/melody/melody.ts'
import type { SeedMedia } from '../../db/seeds/seed-content.ts'
import { cutListenConnections } from '../support/cut-listen.ts'
import { expect, test } from '../support/journey.ts'

const password = 'slow practice wins'
// Its own people and school for each run, so that it can run again on the same installation.
const run = Date.now().toString(36)
const owner = { name: 'Nora Lindqvist', email: `nora-${run}@harbour.example` }
const buyer = { name: 'Paul Ferreira', email: `paul-${run}@reader.example` }
const course = 'Five notes and a song'

test('a school sells a course, and a student learns it', async ({ person, home, schoolUrl, mailLinks, checkAccess, forgive }) => {
  const school = schoolUrl(`harbour-${run}`)
  const { page: nora } = await person('the owner')

  await test.step('the owner signs up and opens a school', async () => {
    await nora.goto(home)
    await checkAccess(nora, 'the installation’s home')
    await nora.getByRole('link', { name: 'Open your school' }).first().click()
    await expect(nora.getByRole('heading', { name: 'Create your account' })).toBeVisible()
    await checkAccess(nora, 'sign-up')
    await nora.getByLabel('Your name').fill(owner.name)
    await nora.getByLabel('E-mail').fill(owner.email)
    await nora.getByLabel('Password').fill(password)
    await nora.getByRole('button', { name: 'Create my account' }).click()
    await expect(nora.getByRole('heading', { name: 'Check your mailbox' })).toBeVisible()
    await expect(nora.getByRole('link', { name: 'Open the mailbox' })).toHaveAttribute('href', `${home}/mailbox`)
    await checkAccess(nora, 'check your mailbox')
    const [link = ''] = await mailLinks(owner.email, /confirm|welcome|address/i)
    await nora.goto(link)
    await expect(nora.getByRole('heading', { name: 'Open your school' })).toBeVisible()
    await checkAccess(nora, 'onboarding, step 1')
    await nora.getByLabel('Name of the school').fill(`Harbour ${run}`)
    await nora.getByRole('button', { name: 'Go on' }).click()
    await expect(nora.getByLabel('Address')).toHaveValue(`harbour-${run}`)
    await checkAccess(nora, 'onboarding, step 2')
    await nora.getByRole('button', { name: 'Open the school' }).click()
    await nora.waitForURL(`${school}/studio**`)
    await expect(nora.getByRole('heading', { level: 1 })).toBeVisible()
    await checkAccess(nora, 'the empty studio')
  })

  await test.step('connects payouts', async () => {
    await nora.goto(`${school}/studio/payouts`)
    await checkAccess(nora, 'payouts, not set up')
    await nora.getByRole('button', { name: 'Set up payouts' }).click()
    await checkAccess(nora, 'the emulator’s set-up page')
    await nora.getByRole('button', { name: 'Complete set-up' }).click()
    await expect(nora.getByText('Payouts are active')).toBeVisible()
    await checkAccess(nora, 'payouts, active')
  })

  await test.step('builds a course with a video, an audio and a text lesson and a PDF', () => buildCourse(nora, school, checkAccess))

  await test.step('publishes at a price', async () => {
    forgive(/studio\/courses.*status of 409/)
    await nora.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(nora.getByText(/^Before this course can be published/)).toBeVisible()
    await nora.getByRole('textbox', { name: 'Price' }).fill('89')
    await nora.getByRole('button', { name: 'Save the price' }).click()
    await expect(nora.getByText('The price is saved.')).toBeVisible()
    await expect(nora.getByText(/^Before this course can be published/)).toHaveCount(0)
    await expect(nora.getByRole('textbox', { name: 'Price' })).toHaveValue(/^89([.,]00)?$/)
    await nora.getByRole('button', { name: /^Publish/ }).first().click()
    await expect(nora.getByText('Published').first()).toBeVisible()
    await checkAccess(nora, 'the course builder')
  })

  await test.step('the drawer of a phone closes when a place in it is chosen, and when it is left', async () => {
    await nora.setViewportSize({ width: 375, height: 780 })
    const [drawer, payouts] = [nora.getByText('More', { exact: true }), nora.getByLabel('Main, phone').getByRole('link', { name: 'Payouts' })]
    await drawer.click()
    await payouts.click()
    await expect(nora.getByRole('heading', { level: 1, name: 'Payouts' })).toBeVisible()
    await expect(payouts).toBeHidden()
    await drawer.click()
    await expect(payouts).toBeVisible()
    await nora.getByRole('heading', { level: 1 }).click()
    await expect(payouts).toBeHidden()
    await nora.setViewportSize({ width: 1440, height: 900 })
  })

  const { page: paul } = await person('the buyer', { width: 375 })
  await test.step('a visitor finds it and pays as a stranger', async () => {
    await paul.goto(school)
    await checkAccess(paul, 'the storefront')
    await paul.getByRole('link', { name: course }).first().click()
    await expect(paul.getByRole('heading', { level: 1, name: course })).toBeVisible()
    await checkAccess(paul, 'the course page')
    await paul.getByRole('button', { name: /Buy/ }).or(paul.getByRole('link', { name: /Buy/ })).first().click()
    await checkAccess(paul, 'the checkout')
    await paul.getByLabel('Your e-mail address').fill(buyer.email)
    await nora.goto(`${school}/studio/orders`)
    await expect(nora.getByText('No orders yet')).toBeVisible()
    await cutListenConnections(process.env.COVE_JOURNEY_DATA ?? '')
    await paul.getByRole('button', { name: /Continue to payment/ }).click()
    await expect(paul.getByRole('button', { name: 'Pay with a declined card' })).toBeVisible()
    await checkAccess(paul, 'the emulator’s checkout')
    await paul.getByRole('button', { name: 'Pay with a declined card' }).click()
    await expect(paul.getByRole('button', { name: 'Pay now' })).toBeVisible()
    await paul.getByRole('button', { name: 'Pay now' }).click()
    const paidAt = Date.now()
    await expect(nora.getByRole('link', { name: new RegExp(`${buyer.email}|${course}`) }).first()).toBeVisible({ timeout: 10_000 })
    test.info().annotations.push({ type: 'order seen live after', description: `${Date.now() - paidAt} ms` })
    await paul.waitForURL('**/checkout/*/done**')
    await expect(paul.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(paul.getByRole('link', { name: 'Open the mailbox' })).toHaveAttribute('href', `${home}/mailbox`)
    await checkAccess(paul, 'the page after paying')
  })

  await test.step('is signed in by the mail and lands in the library', async () => {
    const links = await mailLinks(buyer.email, /receipt|order|course/i)
    await paul.goto(links.find((link) => /magic|verify|token|learn/.test(link)) ?? links[0] ?? '')
    await paul.waitForURL(`${school}/learn**`)
    await expect(paul.getByText(course).first()).toBeVisible()
    await checkAccess(paul, 'the library')
  })

  const { page: elsewhere, context: otherBrowser } = await person('the buyer elsewhere')
  await test.step('watches to 0:20, leaves, and goes on in another browser', async () => {
    await paul.getByRole('link', { name: /A melody in five notes|Continue|Begin|Start/ }).first().click()
    await expect(paul.locator('video')).toBeVisible()
    await checkAccess(paul, 'the player')
    await nora.goto(`${school}/studio`)
    await paul.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(() => paul.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 60_000 }).toBeGreaterThan(20)
    await paul.getByRole('button', { name: 'Pause', exact: true }).click()
    await expect(nora.getByText('A melody in five notes').first()).toBeVisible({ timeout: 2_000 })
    await checkAccess(nora, 'the dashboard')

    await otherBrowser.addCookies((await paul.context().cookies()))
    await elsewhere.goto(paul.url())
    await expect.poll(() => elsewhere.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(17.5)
    const resumedAt = await elsewhere.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
    expect(Math.abs(resumedAt - 20)).toBeLessThan(2.5)
  })

  await test.step('seeking to the end completes nothing, watching does', async () => {
    await elsewhere.locator('video').evaluate((video: HTMLVideoElement) => { video.currentTime = 39.5 })
    await elsewhere.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(() => elsewhere.locator('video').evaluate((video: HTMLVideoElement) => video.ended)).toBe(true)
    await elsewhere.reload()
    await expect(elsewhere.getByText('1 of 4 lessons')).toHaveCount(0)

    await elsewhere.locator('video').evaluate((video: HTMLVideoElement) => { video.currentTime = 19 })
    await elsewhere.getByRole('button', { name: 'Play', exact: true }).click()
    await expect(elsewhere.getByText(/1 of 4/).first()).toBeVisible({ timeout: 60_000 })
  })

  await test.step('the owner sees order, split and progress, and refunds', async () => {
    await nora.goto(`${school}/studio/orders`)
    await checkAccess(nora, 'orders')
    await nora.getByRole('link', { name: new RegExp(`${buyer.email}|${course}`) }).first().click()
    await expect(nora.getByText('€80.10').first()).toBeVisible()
    await expect(nora.getByText('€8.90').first()).toBeVisible()
    await checkAccess(nora, 'an order')
    await nora.getByRole('link', { name: /Refund/ }).or(nora.getByRole('button', { name: /Refund/ })).first().click()
    await checkAccess(nora, 'the refund')
    await nora.getByRole('button', { name: /Refund|Give .* back/ }).last().click()
    await expect(nora.getByText('Refunded').first()).toBeVisible()
  })

  await test.step('access is gone, live and at its address', async () => {
    forgive(/learn\/five-notes.*status of 404/)
    await expect(elsewhere.getByText(/access|ended/i).first()).toBeVisible({ timeout: 5_000 })
    await paul.goto(`${school}/learn`)
    await expect(paul.getByRole('link', { name: course })).toHaveCount(0)
    await checkAccess(paul, 'the library, empty')
  })

  await test.step('every balance says why', async () => {
    await nora.goto(`${school}/studio/money`)
    await checkAccess(nora, 'money')
    await nora.getByRole('link', { name: /Why this number/ }).first().click()
    await expect(nora.getByRole('heading', { level: 1 })).toBeVisible()
    await checkAccess(nora, 'why this number')
  })
})

async function buildCourse(nora: Page, school: string, checkAccess: (page: Page, what: string) => Promise<void>): Promise<void> {
  const media = await collectMedia()
  await nora.goto(`${school}/studio/courses`)
  await checkAccess(nora, 'no courses yet')
  await nora.getByLabel('What is your first course called?').fill(course)
  await nora.getByRole('button', { name: /Create|Begin|Start/ }).click()
  await nora.getByLabel('What is the first section called?').fill('Begin here')
  await nora.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(nora.getByRole('heading', { name: /Begin here/ })).toBeVisible()
  await checkAccess(nora, 'a section without lessons')

  const lessons = [
    // Longer than a phone is wide: it also stands on the button that goes on with it.
    { title: 'A melody in five notes, slowly and with the right hand alone', kind: 'video', file: media.video },
    { title: 'Hear the five notes', kind: 'audio', file: media.audio },
    { title: 'How to practise', kind: 'text', file: null },
    { title: 'The five notes on paper', kind: 'pdf', file: media.pdf },
  ]
  for (const lesson of lessons) {
    const title = nora.getByLabel('Title of the lesson')
    if (!(await title.isVisible())) await nora.locator('summary', { hasText: 'Add a lesson' }).click()
    await title.fill(lesson.title)
    await nora.getByLabel('Kind').selectOption(lesson.kind)
    await nora.getByRole('region', { name: /Begin here/ }).getByRole('button', { name: 'Add', exact: true }).click()
    await nora.getByRole('link', { name: lesson.title }).click()
    await expect(nora.getByRole('heading', { level: 1 })).toContainText(lesson.title)
    await fillLesson(nora, lesson)
    await checkAccess(nora, `the lesson editor, ${lesson.kind}`)
    await nora.getByRole('link', { name: course }).first().click()
    await expect(nora.getByRole('list', { name: 'Lessons of Begin here' })).toBeVisible()
  }
}

async function fillLesson(nora: Page, lesson: { file: string | null }): Promise<void> {
  if (lesson.file) {
    await nora.locator('input[type=file][name=media]').setInputFiles(lesson.file)
    await expect(nora.getByText(`${lesson.file.split('/').at(-1)} · `)).toBeVisible({ timeout: 60_000 })
    return
  }
  await nora.getByRole('textbox', { name: 'Text' }).fill('Slowly enough that nothing surprises you.')
  await nora.getByRole('button', { name: 'Save the lesson' }).click()
  await expect(nora.getByText(/^Saved/).first()).toBeVisible()
}

/** A film of 40 seconds, a recording and a sheet, as files on the owner's disk. */
async function collectMedia(): Promise<{ video: string; audio: string; pdf: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'coursecove-owner-'))
  const all = melody.courses.flatMap(({ sections }) => sections).flatMap(({ lessons }) => lessons).flatMap(({ media, attachments }) => [media, ...(attachments ?? [])])
  const store = async (fits: (media: SeedMedia) => boolean): Promise<string> => {
    const found = all.find((media): media is SeedMedia => media !== undefined && fits(media))
    if (!found) throw new Error('the demo has no such file')
    const path = join(folder, found.name)
    writeFileSync(path, await found.bytes())
    return path
  }
  return {
    video: await store(({ name }) => name === 'five-notes.webm'),
    audio: await store(({ mediaType }) => mediaType.startsWith('audio/')),
    pdf: await store(({ mediaType }) => mediaType === 'application/pdf'),
  }
}
