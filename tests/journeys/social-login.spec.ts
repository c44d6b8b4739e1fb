import { startOidcEmulator, type OidcEmulator } from '../../emulators/oidc/start-oidc-emulator.ts'
import { elsewhereClient, personAt } from '../support/elsewhere-steps.ts'
import { expect, test as journey } from '../support/journey.ts'

const port = Number(process.env.COVE_JOURNEY_OIDC_PORT)
const run = Date.now().toString(36)

/** The installation knows where the provider is; it is there while this journey runs. */
const test = journey.extend<{ provider: OidcEmulator }>({
  provider: async ({ home }, use) => {
    const provider = await startOidcEmulator({ port, clients: [elsewhereClient(home)] })
    await use(provider)
    await provider.close()
  },
})

test('somebody comes to a school by an account elsewhere, changes their mind once, and keeps a way in', async ({ provider, person, schoolUrl, home, checkAccess }) => {
  const school = schoolUrl('melody')
  personAt(provider, { email: `lena-elsewhere-${run}@test.example`, name: 'Lena Brandt' })
  personAt(provider, { email: `other-${run}@test.example`, name: 'Jonas Weber', emailVerified: false })
  const { page } = await person('Lena', { width: 375 })

  await test.step('she refuses there, and is told so on the way that she was on', async () => {
    await page.goto(`${school}/learn`)
    await page.getByRole('button', { name: 'Sign in with Emulated' }).click()
    await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
    await checkAccess(page, 'the emulated provider')
    await page.getByRole('button', { name: 'Refuse' }).click()
    await expect(page.getByText('You did not sign in with Emulated')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Sign in to Melody' })).toBeVisible()
    await checkAccess(page, 'sign-in after a refusal')
  })

  await test.step('an address that nobody has confirmed there opens nothing', async () => {
    await page.getByRole('button', { name: 'Sign in with Emulated' }).click()
    await page.getByRole('button', { name: /Jonas Weber/ }).click()
    await expect(page.getByText('Emulated has not confirmed your address')).toBeVisible()
  })

  await test.step('she says yes, and is where she was going', async () => {
    await page.getByRole('link', { name: 'Create an account' }).click()
    await checkAccess(page, 'sign-up')
    await page.getByRole('button', { name: 'Continue with Emulated' }).click()
    await page.getByRole('button', { name: /Lena Brandt/ }).click()
    await expect(page).toHaveURL(`${school}/learn`)
    await checkAccess(page, 'the library')
  })

  await test.step('her account elsewhere is the only way in, so it stays until there is another', async () => {
    await page.goto(`${home}/account`)
    await checkAccess(page, 'the account')
    await page.getByRole('link', { name: 'Accounts elsewhere' }).click()
    await page.getByText('Take off', { exact: true }).click()
    await expect(page.getByText('this is the only way into your account')).toBeVisible()
    await checkAccess(page, 'the only way in')
    await page.getByRole('link', { name: 'Set a password' }).click()
    await page.getByLabel('New password').fill('a quiet morning')
    await checkAccess(page, 'a first password')
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await page.getByRole('link', { name: 'Accounts elsewhere' }).click()
    await page.getByText('Take off', { exact: true }).click()
    await expect(page.getByText('You then sign in with your password.')).toBeVisible()
    await page.getByRole('button', { name: 'Take Emulated off' }).click()
    await expect(page.getByText('That account opens yours no longer')).toBeVisible()
    await checkAccess(page, 'no accounts elsewhere')
  })

  await test.step('she links it again, by her password and a yes there', async () => {
    await page.getByLabel('Your password').fill('a quiet morning')
    await page.getByRole('button', { name: 'Link Emulated' }).click()
    await page.getByRole('button', { name: /Lena Brandt/ }).click()
    await expect(page.getByText('That account opens yours from now on')).toBeVisible()
  })
})
