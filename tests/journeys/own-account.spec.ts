import type { CDPSession, Page } from '@playwright/test'
import { readDemo } from '../../bin/parts/seed-demo.ts'
import { expect, test, type JourneyFixtures } from '../support/journey.ts'
import { codeOf } from '../support/totp.ts'

const run = Date.now().toString(36)
const [email, newEmail] = [`lena-${run}@test.example`, `lena.new-${run}@test.example`]
const [password, newPassword] = ['a quiet morning', 'an evening walk']
const dataDir = process.env.COVE_JOURNEY_DATA ?? ''

/** A fingerprint reader, as Chromium's developer tools make one. */
async function giveFingerprintReader(page: Page): Promise<CDPSession> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return tools
}

async function signInBy(page: Page, given: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(given.email)
  await page.getByLabel('Password').fill(given.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function joinMelody({ page, school, mailLinks, checkAccess }: { page: Page; school: string } & Pick<JourneyFixtures, 'mailLinks' | 'checkAccess'>): Promise<void> {
  await page.goto(`${school}/sign-up`)
  await checkAccess(page, 'sign-up')
  await page.getByLabel('Name').fill('Lena Brandt')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mailbox' })).toBeVisible()
  const [link] = await mailLinks(email, /Confirm your address/)
  await page.goto(link ?? '')
  await expect(page).toHaveURL(`${school}/`)
  await checkAccess(page, 'the storefront')
}

// Many pages, each looked at by axe in both looks.
test.setTimeout(420_000)

test('somebody protects their account, and is out everywhere when they say so', async ({ person, home, mailLinks, checkAccess, forgive }) => {
  const school = readDemo(dataDir)?.schools.find(({ slug }) => slug === 'melody')?.url
  if (!school) throw new Error('the demo has no Melody')
  // What is refused is answered with 422, and whose session ended hears no more; the browser notes both.
  forgive(/status of (4(04|22))/)

  const { page: lena } = await person('Lena', { width: 375 })
  await test.step('she makes an account on the way to a school, and its pages wear the school’s name', async () => {
    await joinMelody({ page: lena, school, mailLinks, checkAccess })
    await lena.goto(`${school}/account`)
    await expect(lena).toHaveURL(`${home}/account?next=${encodeURIComponent(`${school}/`)}`)
    await expect(lena.getByRole('link', { name: /^Back to Melody/ })).toHaveAttribute('href', `${school}/`)
    await expect(lena.getByRole('list', { name: 'Devices' }).getByText('This device')).toBeVisible()
    await checkAccess(lena, 'the account')
  })

  const { secret, recoveryCodes } = await test.step('she turns two-factor sign-in on with an authenticator app', async () => {
    await lena.getByRole('link', { name: 'Two-factor sign-in' }).click()
    await checkAccess(lena, 'two-factor, off')
    await lena.getByLabel('Your password').fill('not mine')
    await lena.getByRole('button', { name: 'Turn it on' }).click()
    await expect(lena.getByText('This is not your password.')).toBeVisible()
    await lena.getByLabel('Your password').fill(password)
    await lena.getByRole('button', { name: 'Turn it on' }).click()
    await expect(lena.getByRole('img', { name: 'The picture for your authenticator app' })).toBeVisible()
    await checkAccess(lena, 'two-factor, being set up')
    const key = await lena.locator('code').innerText()
    await lena.getByLabel('Code of the app').fill('000000')
    await lena.getByRole('button', { name: 'Confirm' }).click()
    await expect(lena.getByText(/^This is not the code/)).toBeVisible()
    expect(await lena.locator('code').innerText()).toBe(key)
    await lena.getByLabel('Code of the app').fill(codeOf(key))
    await lena.getByRole('button', { name: 'Confirm' }).click()
    const codes = lena.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await expect(codes).toHaveCount(10)
    await checkAccess(lena, 'the recovery codes')
    const shown = await codes.allInnerTexts()
    await lena.getByRole('link', { name: 'I have put them away' }).click()
    await expect(lena.getByText('10 recovery codes are left')).toBeVisible()
    return { secret: key, recoveryCodes: shown }
  })

  const { page: laptop } = await person('Lena at her laptop', { isOtherBrowser: true })
  await test.step('a second browser needs the password and a code, and is trusted from then on', async () => {
    await laptop.goto(`${school}/sign-in`)
    await checkAccess(laptop, 'sign-in')
    await signInBy(laptop, { email, password })
    await expect(laptop.getByRole('heading', { name: 'One more step' })).toBeVisible()
    await checkAccess(laptop, 'the second step')
    await laptop.getByLabel('Code', { exact: true }).fill('000000')
    await laptop.getByRole('button', { name: 'Sign in' }).click()
    await expect(laptop.getByText(/^This is not the code/)).toBeVisible()
    await laptop.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
    await laptop.getByLabel('Do not ask on this device').check()
    await laptop.getByRole('button', { name: 'Sign in' }).click()
    await expect(laptop).toHaveURL(`${school}/`)
  })

  await test.step('a third signs in with a recovery code; the same one is refused the second time', async () => {
    const { page: borrowed } = await person('Lena at a borrowed tablet')
    for (const isFirst of [true, false]) {
      await borrowed.goto(`${home}/sign-in`)
      await signInBy(borrowed, { email, password })
      await borrowed.getByRole('link', { name: 'Use a recovery code' }).click()
      await borrowed.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
      await borrowed.getByRole('button', { name: 'Sign in' }).click()
      if (isFirst) {
        await expect(borrowed).toHaveURL(`${home}/`)
        await checkAccess(borrowed, 'the installation’s home')
        await borrowed.goto(`${home}/sign-out`)
        await checkAccess(borrowed, 'sign-out')
        await borrowed.getByRole('button', { name: 'Sign out' }).click()
        await expect(borrowed).toHaveURL(`${home}/`)
      } else {
        await expect(borrowed.getByText('This is none of your recovery codes, or it was used already.')).toBeVisible()
        await checkAccess(borrowed, 'a recovery code that was used')
      }
    }
  })

  await test.step('she adds a passkey, and signs in by it at the school, without password or code', async () => {
    await giveFingerprintReader(lena)
    await lena.goto(`${school}/account`)
    await lena.getByRole('link', { name: 'Passkeys' }).click()
    await checkAccess(lena, 'no passkeys yet')
    await lena.getByLabel('Your password').fill(password)
    await lena.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(lena.getByText('Your passkey is added: sign in with it from now on')).toBeVisible()
    await lena.getByText('Rename', { exact: true }).click()
    await lena.getByLabel('Name').fill('My phone')
    await lena.getByRole('button', { name: 'Save the name' }).click()
    await expect(lena.getByRole('list', { name: 'Your passkeys' })).toContainText('My phone')
    await checkAccess(lena, 'a passkey')
    await lena.goto(`${school}/sign-out`)
    await checkAccess(lena, 'sign-out at the school')
    await lena.getByRole('button', { name: 'Sign out' }).click()
    await expect(lena).toHaveURL(`${school}/`)
    await lena.goto(`${school}/sign-in`)
    await lena.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(lena).toHaveURL(`${school}/`)
    await lena.goto(`${school}/account`)
    await expect(lena.getByText('One passkey')).toBeVisible()
  })

  await test.step('she ends the session of the laptop, which is nobody’s from then on', async () => {
    await expect(lena.getByRole('list', { name: 'Devices' }).getByRole('listitem')).toHaveCount(2)
    await lena.getByRole('button', { name: /^Sign out Chrome/ }).click()
    await expect(lena.getByText('That device is signed out')).toBeVisible()
    await expect(lena.getByRole('list', { name: 'Devices' }).getByRole('listitem')).toHaveCount(1)
    await laptop.goto(`${school}/learn`)
    await expect(laptop).toHaveURL(/\/sign-in\?next=/)
  })

  await test.step('she signs out everywhere: the laptop’s open page is led to signing in by itself', async () => {
    await signInBy(laptop, { email, password })
    await expect(laptop).toHaveURL(`${school}/learn`)
    const line = laptop.waitForResponse((answer) => answer.url().includes('/api/live'))
    await laptop.reload()
    await line
    await checkAccess(laptop, 'the library')
    await lena.getByRole('button', { name: 'Sign out everywhere' }).click()
    const pressedAt = Date.now()
    await laptop.waitForURL(/\/sign-in\?next=/)
    console.log(`journey: the open page of the other browser was led to signing in ${Date.now() - pressedAt} ms after “Sign out everywhere”`)
    await expect(lena.getByText('You are signed out everywhere')).toBeVisible()
    await laptop.goto(`${home}/account`)
    await expect(laptop).toHaveURL(/\/sign-in\?next=/)
    // The laptop is trusted no longer either.
    await signInBy(laptop, { email, password })
    await expect(laptop.getByRole('heading', { name: 'One more step' })).toBeVisible()
  })

  await test.step('she changes her password and her address', async () => {
    await lena.goto(`${school}/sign-in`)
    await lena.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(lena).toHaveURL(`${school}/`)
    await lena.goto(`${school}/account`)
    await lena.getByRole('link', { name: 'Password', exact: true }).click()
    await lena.getByLabel('Your password until now').fill(password)
    await lena.getByLabel('New password').fill(newPassword)
    await checkAccess(lena, 'a new password')
    await lena.getByRole('button', { name: 'Set the new password' }).click()
    await expect(lena.getByText(/^Your new password is set/)).toBeVisible()
    await lena.getByRole('link', { name: 'E-mail' }).click()
    await lena.getByLabel('New e-mail').fill(newEmail)
    await lena.getByLabel('Your password').fill(newPassword)
    await checkAccess(lena, 'a new address')
    await lena.getByRole('button', { name: 'Mail me the link' }).click()
    await expect(lena.getByRole('heading', { name: 'Check your new mailbox' })).toBeVisible()
    const [link] = await mailLinks(newEmail, /Confirm your new address/)
    await lena.goto(link ?? '')
    await checkAccess(lena, 'the question for the new address')
    await lena.getByRole('button', { name: 'Use this address' }).click()
    await expect(lena.getByText('Your account has its new address')).toBeVisible()
    await expect(lena.getByText(newEmail)).toBeVisible()
    await mailLinks(email, /Your address was changed/)
  })
})
