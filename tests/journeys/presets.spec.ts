import { readDemo } from '../../bin/parts/seed-demo.ts'
import { carrel } from '../../db/seeds/carrel/carrel.ts'
import { heronHouse } from '../../db/seeds/heron-house/heron-house.ts'
import { melody } from '../../db/seeds/melody/melody.ts'
import { nightBus } from '../../db/seeds/night-bus/night-bus.ts'
import { quietStrings } from '../../db/seeds/quiet-strings/quiet-strings.ts'
import { secondDesk } from '../../db/seeds/second-desk/second-desk.ts'
import { capital, wordingOf } from '../../src/modules/tenancy/presets/wording.schema.ts'
import { expect, test } from '../support/journey.ts'

const run = Date.now().toString(36)
const demo = () => readDemo(process.env.COVE_JOURNEY_DATA ?? '')
const loginOf = (slug: string, role: string) => demo()?.logins.find((login) => login.slug === slug && login.role === role) ?? { email: '', password: '' }

/** The first page is looked at on a phone and on a desk; the others on a desk too where there is time for it. */
const isLong = process.env.COVE_LONG === '1'
const phone = { width: 375, height: 800 }
const desk = { width: 1440, height: 900 }

for (const school of [melody, heronHouse, carrel, secondDesk, nightBus]) {
  const words = wordingOf(school.preset)
  const free = school.courses.find(({ priceCents, status }) => priceCents === 0 && status === 'published')

  test(`somebody finds ${school.name}, takes a free place, signs in and begins`, async ({ person, schoolUrl, checkAccess }) => {
    // Somebody who learns at another school: one account is enough for all.
    const login = loginOf(quietStrings.slug, 'student')
    const { page } = await person('a visitor', { width: phone.width })
    const look = async (what: string, isWide = isLong) => {
      await checkAccess(page, what)
      if (!isWide) return
      await page.setViewportSize(desk)
      await checkAccess(page, `${what} on a desk`)
      await page.setViewportSize(phone)
    }
    await page.goto(schoolUrl(school.slug))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(school.heroTitle)
    await expect(page.getByRole('heading', { level: 2, name: capital(words.course.many), exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: words.people, exact: true })).toBeVisible()
    await look(`the first page of ${school.name}`, true)

    await page.getByRole('link', { name: free?.title }).first().click()
    await expect(page.getByRole('heading', { level: 2, name: capital(words.lesson.many), exact: true })).toBeVisible()
    await look(`a free ${words.course.one} of ${school.name}`)
    const begin = page.getByRole('button', { name: words.startFree }).last()
    await begin.click()
    await page.getByLabel('E-mail').fill(login.email)
    await page.getByLabel('Password').fill(login.password)
    await look(`the sign-in of ${school.name}`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await begin.click()
    await page.waitForURL('**/learn/**')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(free?.sections[0]?.lessons[0]?.title ?? '')
    await look(`the first ${words.lesson.one} at ${school.name}`)
  })
}

test('a yoga teacher opens a studio with a sample, says who she is, and removes the sample', async ({ person, home, schoolUrl, checkAccess, forgive }) => {
  const login = loginOf(quietStrings.slug, 'owner')
  const studio = schoolUrl(`tern-${run}`)
  const { page } = await person('the owner')
  await page.goto(`${home}/sign-in?next=${encodeURIComponent(`${home}/onboarding`)}`)
  await page.getByLabel('E-mail').fill(login.email)
  await page.getByLabel('Password').fill(login.password)
  await checkAccess(page, 'sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Name of the school').fill(`Tern ${run}`)
  await page.getByRole('radio', { name: /Yoga studio/ }).check()
  await checkAccess(page, 'five kinds of school')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Begin with a sample class').check()
  await checkAccess(page, 'the address and the sample')
  await page.getByRole('button', { name: 'Open the school' }).click()
  await page.waitForURL(`${studio}/studio**`)
  await checkAccess(page, 'the new studio')

  await page.getByRole('link', { name: 'Your profile' }).click()
  await page.getByLabel('In a few words').fill('Hatha')
  await page.getByLabel('Kind of profile').selectOption('teacher')
  await page.getByLabel(/Teaches/i).fill('Hatha, slowly')
  await page.getByLabel(/years teaching/i).fill('12')
  await page.getByLabel('Show on the site').check()
  await checkAccess(page, 'a profile')
  await page.getByRole('button', { name: 'Save the profile' }).click()
  await expect(page.getByText('The profile is saved')).toBeVisible()

  await page.goto(studio)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Room to breathe.')
  await expect(page.getByRole('link', { name: 'Sample: ten quiet minutes' })).toBeVisible()
  await expect(page.locator('#teachers')).toContainText('Hatha')
  await checkAccess(page, 'the first page with a sample')

  await page.goto(`${studio}/studio/courses`)
  await expect(page.getByText('1 class with 3 practices goes, for good.')).toBeVisible()
  await checkAccess(page, 'what came with the school')
  const sample = await page.getByRole('link', { name: 'Sample: ten quiet minutes' }).first().getAttribute('href')
  await page.getByRole('button', { name: 'Remove the sample' }).click()
  await expect(page.getByText('No classes yet')).toBeVisible()
  await checkAccess(page, 'the empty list')

  // An old link within the studio leads to a page in the school's colours, which the open page's own policy lets in.
  forgive(/status of 404/)
  await page.evaluate((href) => {
    const link = document.body.appendChild(Object.assign(document.createElement('a'), { href }))
    link.click()
    link.remove()
  }, sample ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  await checkAccess(page, 'a page that is gone')
})
