import type { Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { melody } from '../../db/seeds/melody/melody.ts'
import { expect, test } from '../support/journey.ts'

// Its own school for each run, so that it can run again on the same installation.
const run = Date.now().toString(36)
const slug = `quay-${run}`
/** A picture of one dot. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const blocksOf = (page: Page) => page.getByRole('list', { name: 'Blocks of the page' }).getByRole('listitem').getByRole('link').allTextContents()
const previewOf = (page: Page) => page.frameLocator('iframe[title="Preview of your first page"]')

test('an owner arranges the first page, and visitors see it when it is published', async ({ person, home, schoolUrl, mailLinks, checkAccess, forgive }) => {
  const login = readDemo(process.env.COVE_JOURNEY_DATA ?? '')?.logins.find((one) => one.slug === melody.slug && one.role === 'owner')
  if (!login) throw new Error('the demo has no owner')
  const school = schoolUrl(slug)
  const { page: owner } = await person('the owner')
  // Forms that are not taken are said so by their status too.
  forgive(/(contact|studio\/site).*status of 422/)
  const { page: visitor } = await person('a visitor', { width: 375 })

  await test.step('opens one more school', async () => {
    await owner.goto(`${home}/sign-in?next=${encodeURIComponent(`${home}/onboarding`)}`)
    await checkAccess(owner, 'sign-in')
    await owner.getByLabel('E-mail').fill(login.email)
    await owner.getByLabel('Password').fill(login.password)
    await owner.getByRole('button', { name: 'Sign in', exact: true }).click()
    await owner.getByLabel('Name of the school').fill(`Quay ${run}`)
    await checkAccess(owner, 'onboarding')
    await owner.getByRole('button', { name: 'Go on' }).click()
    await owner.getByRole('button', { name: 'Open the school' }).click()
    await owner.waitForURL(`${school}/studio**`)
    await checkAccess(owner, 'the empty studio')
  })

  await test.step('finds the page that is there already', async () => {
    await owner.getByRole('link', { name: 'Site', exact: true }).click()
    await expect(owner.getByRole('heading', { level: 1, name: 'Site' })).toBeVisible()
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'Courses', 'People', 'About'])
    await expect(owner.getByText('Nothing was published yet')).toBeVisible()
    await expect(previewOf(owner).getByRole('heading', { level: 1 })).toHaveText('Learn to play, a little every day.')
    await checkAccess(owner, 'the site')
  })

  await test.step('moves blocks by hand, by keys and by buttons, and steps back', async () => {
    await owner.getByRole('button', { name: 'Move About up' }).click()
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'Courses', 'About', 'People'])
    await expect(owner.getByText('The order is saved in the draft.')).toBeVisible()

    await owner.getByRole('button', { name: 'Drag About' }).focus()
    await owner.keyboard.press('Space')
    await expect(owner.getByRole('button', { name: 'Drag About' })).toHaveAttribute('aria-pressed', 'true')
    await owner.keyboard.press('ArrowUp')
    await expect(owner.getByText('About is over Courses.')).toBeAttached()
    await owner.keyboard.press('Space')
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'About', 'Courses', 'People'])

    const [grip, target] = [await owner.getByRole('button', { name: 'Drag People' }).boundingBox(), await owner.getByRole('button', { name: 'Drag About' }).boundingBox()]
    if (!grip || !target) throw new Error('there is nothing to drag')
    await owner.mouse.move(grip.x + 8, grip.y + 12)
    await owner.mouse.down()
    await owner.mouse.move(target.x + 8, target.y + 30, { steps: 8 })
    await owner.mouse.move(target.x + 8, target.y + 8, { steps: 4 })
    await owner.mouse.up()
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'People', 'About', 'Courses'])

    await owner.getByRole('button', { name: 'Undo: moving People' }).click()
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'About', 'Courses', 'People'])
    await owner.getByRole('button', { name: 'Redo: moving People' }).click()
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'People', 'About', 'Courses'])
    await owner.getByRole('button', { name: 'Remove People' }).click()
    await expect(owner.getByText('The block is removed. Undo brings it back.')).toBeVisible()
    await expect.poll(() => blocksOf(owner)).toEqual(['Opening', 'About', 'Courses'])
  })

  await test.step('writes an opening with a picture, voices and a form, and sees them while writing', async () => {
    await owner.getByRole('link', { name: 'Opening' }).click()
    await expect(owner.getByRole('heading', { level: 1, name: 'Opening' })).toBeVisible()
    await owner.getByRole('textbox', { name: /^Headline/ }).fill('Songs by the water.')
    await owner.getByRole('radio', { name: /Large type/ }).check()
    await expect(owner.getByText('Saved in the draft.')).toBeVisible()
    await expect(previewOf(owner).getByRole('heading', { level: 1 })).toHaveText('Songs by the water.')
    await owner.locator('input[type=file][name=upload]').setInputFiles({ name: 'quay.png', mimeType: 'image/png', buffer: dot })
    await expect(owner.getByRole('button', { name: 'Take it away' })).toBeVisible({ timeout: 20_000 })
    await owner.getByLabel('What the picture shows').fill('Boats at the quay')
    await expect(previewOf(owner).getByAltText('Boats at the quay')).toBeVisible()
    await checkAccess(owner, 'a block')

    await owner.getByRole('button', { name: /^Undo/ }).click()
    await expect(owner.getByLabel('What the picture shows')).toHaveValue('')
    await owner.getByRole('button', { name: /^Redo/ }).click()
    await expect(owner.getByLabel('What the picture shows')).toHaveValue('Boats at the quay')

    await add(owner, 'Voices')
    await expect(owner.getByText('No voices yet: not shown')).toBeVisible()
    await owner.getByLabel('What they say').first().fill('I sang at my own wedding.')
    await expect(owner.getByText('Say who said it.')).toBeVisible()
    await owner.getByRole('textbox', { name: /^Name/ }).first().fill('Ida')
    await expect(owner.getByText('Saved in the draft.')).toBeVisible()
    await expect(previewOf(owner).getByText('I sang at my own wedding.')).toBeVisible()
    await checkAccess(owner, 'voices')

    await add(owner, 'Contact form')
    await checkAccess(owner, 'the contact form’s block')
  })

  await test.step('visitors see nothing of it until it is published', async () => {
    await visitor.goto(school)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Learn to play, a little every day.')
    await owner.getByRole('link', { name: 'Site', exact: true }).first().click()
    await expect(owner.getByText('2 blocks added: Voices, Contact form')).toBeVisible()
    await expect(owner.getByText('1 block removed: People')).toBeVisible()
    await owner.getByRole('button', { name: 'Publish' }).click()
    await expect(owner.getByText('Visitors see this page now.')).toBeVisible()
    await expect(owner.getByRole('heading', { name: 'Visitors see this page' })).toBeVisible()
    await visitor.goto(school)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Songs by the water.')
    await expect(visitor.getByAltText('Boats at the quay')).toBeVisible()
    await checkAccess(visitor, 'the storefront')
  })

  await test.step('a visitor writes to the school, and is told what is missing first', async () => {
    await visitor.getByLabel('Your name').fill('Paul')
    await visitor.getByLabel('Your address').fill('paul@reader.example')
    await visitor.getByRole('button', { name: 'Send message' }).click()
    await expect(visitor.getByText('Write your message.')).toBeVisible()
    await expect(visitor.getByLabel('Your name')).toHaveValue('Paul')
    await checkAccess(visitor, 'the contact page')
    await visitor.getByLabel('Message').fill('Do you teach the accordion?')
    await visitor.getByRole('button', { name: 'Send message' }).click()
    await expect(visitor.getByRole('heading', { name: 'Your message is on its way' })).toBeVisible()
    await mailLinks(login.email, /Paul wrote to Quay/)
  })

  await test.step('wears another colour and typeface, dark for everybody, and tells messengers what it is', async () => {
    await owner.getByRole('link', { name: 'Brand', exact: true }).click()
    await expect(owner.getByText('Text on your colour').first()).toBeVisible()
    await owner.getByLabel('Brand colour').fill('#1f6f5c')
    await owner.getByRole('radio', { name: /Space Grotesk/ }).check()
    await owner.getByRole('radio', { name: /Always dark/ }).check()
    await owner.getByRole('button', { name: 'Save' }).click()
    await expect(owner.getByText('Saved. Your pages show it from now on.')).toBeVisible()
    await owner.locator('input[type=file][name=upload]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: dot })
    await expect(owner.getByRole('img', { name: /The logo of Quay/ })).toBeVisible({ timeout: 20_000 })
    await checkAccess(owner, 'the brand')
    await visitor.goto(school)
    await expect(visitor.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await visitor.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain('Space Grotesk')
    const picture = await visitor.locator('meta[property="og:image"]').getAttribute('content')
    expect(await visitor.evaluate(async (address) => (await fetch(address)).headers.get('content-type'), picture ?? '')).toBe('image/png')
    expect(await visitor.evaluate(async () => (await fetch('/sitemap.xml')).text())).toContain(`<loc>${school}/contact</loc>`)
    await owner.getByRole('link', { name: 'First page', exact: true }).click()
  })

  await test.step('says the opening and who they are in German too, and a visitor turns to it at the foot of the page', async () => {
    await owner.getByRole('link', { name: 'Add a language' }).click()
    await expect(owner.getByRole('heading', { level: 1, name: 'Languages' })).toBeVisible()
    await checkAccess(owner, 'the languages')
    await owner.getByRole('checkbox', { name: 'Deutsch' }).check()
    await owner.getByRole('button', { name: 'Save' }).click()
    await expect(owner.getByText('Your pages show it from now on.')).toBeVisible()
    await owner.getByRole('link', { name: 'Site', exact: true }).first().click()
    await owner.getByRole('navigation', { name: 'Language of the texts' }).getByRole('link', { name: /^Deutsch \d+ missing/ }).click()
    await expect(owner.getByText('3 texts missing in German')).toBeVisible()
    await checkAccess(owner, 'the site in another language')

    await owner.getByRole('link', { name: 'Opening' }).click()
    const headline = owner.getByRole('textbox', { name: /^Headline/ })
    await expect(headline).toHaveAttribute('placeholder', 'Songs by the water.')
    await expect(owner.getByText('Missing: visitors read the English.').first()).toBeVisible()
    await headline.fill('Lieder am Wasser.')
    await expect(owner.getByText('Saved in the draft.')).toBeVisible()
    await expect(previewOf(owner).getByRole('heading', { level: 1 })).toHaveText('Lieder am Wasser.')
    await checkAccess(owner, 'a block in another language')
    await owner.getByRole('button', { name: /^Undo: translating/ }).click()
    await expect(headline).toHaveValue('')
    await owner.getByRole('button', { name: /^Redo: translating/ }).click()
    await expect(headline).toHaveValue('Lieder am Wasser.')
    await owner.getByRole('navigation', { name: 'Language of the texts' }).getByRole('link', { name: 'English' }).click()
    await expect(owner.getByRole('textbox', { name: /^Headline/ })).toHaveValue('Songs by the water.')
    await expect(previewOf(owner).getByRole('heading', { level: 1 })).toHaveText('Songs by the water.')

    await owner.getByRole('link', { name: 'Site', exact: true }).first().click()
    await owner.getByRole('button', { name: 'Publish' }).click()
    await expect(owner.getByText('Visitors see this page now.')).toBeVisible()
    await visitor.goto(school)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Songs by the water.')
    await visitor.getByRole('button', { name: 'Deutsch' }).click()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Lieder am Wasser.')
    await expect(visitor.locator('html')).toHaveAttribute('lang', /^de/)
    await expect(visitor.getByText('I sang at my own wedding.')).toBeVisible()
    await checkAccess(visitor, 'the storefront in German')
    await visitor.goto(school)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Lieder am Wasser.')
  })

  await test.step('lets a draft go after reading what goes with it, on a phone', async () => {
    await owner.setViewportSize({ width: 375, height: 780 })
    await owner.getByRole('button', { name: 'Remove Courses' }).click()
    await owner.getByText('Let the draft go…').click()
    await expect(owner.getByText('You lose: 1 block removed: courses. Undo can bring it back.')).toBeVisible()
    await checkAccess(owner, 'the site on a phone')
    await owner.getByRole('button', { name: 'Let the draft go' }).click()
    await expect.poll(() => blocksOf(owner)).toContain('Courses')
    await owner.goto(`${school}/studio/site/preview`)
    await checkAccess(owner, 'the draft by itself')
  })
})

/** Goes back to the list and adds a block, which opens. */
async function add(owner: Page, label: string): Promise<void> {
  await owner.getByRole('link', { name: 'Site', exact: true }).first().click()
  await owner.getByText('Add a block').click()
  await owner.getByRole('button', { name: new RegExp(`^${label}`) }).click()
  await expect(owner.getByRole('heading', { level: 1, name: label })).toBeVisible()
}
