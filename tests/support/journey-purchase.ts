import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

/** From the checkout's form to the payment page. */
export async function goToPayment(page: Page, email: string): Promise<void> {
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: /Continue to payment/ }).click()
  await expect(page.getByRole('button', { name: 'Pay now' })).toBeVisible()
}

/**
 * Presses the button of the payment page.
 *
 * @returns when the browser sent the payment off, in milliseconds since 1970
 */
export async function pressPay(page: Page): Promise<number> {
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url() === page.url())
  await page.getByRole('button', { name: 'Pay now' }).click()
  const request = await sent
  await request.response()
  return request.timing().startTime
}
