import type { Page } from '@playwright/test'

/**
 * Counts how often a person presses something on a page, from now on and wherever it leads: each time a pointer goes
 * down, a field that is pressed to be typed into among them. What is typed is not counted.
 *
 * @returns how often until now
 */
export async function countPresses(page: Page): Promise<() => number> {
  let presses = 0
  await page.exposeFunction('notePress', () => void (presses += 1))
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => void (window as unknown as { notePress(): Promise<void> }).notePress(), { capture: true })
  })
  return () => presses
}
