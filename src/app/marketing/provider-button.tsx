import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { ProviderMark } from './provider-mark.tsx'

/**
 * How each provider wants its button to look: its own colours around its own mark, none larger than another. Who has no
 * rule for it gets a button as ours are.
 *
 * @see https://developers.google.com/identity/branding-guidelines
 * @see https://learn.microsoft.com/entra/identity-platform/howto-add-branding-in-apps
 * @see https://developer.apple.com/design/human-interface-guidelines/sign-in-with-apple
 */
const looks = new Map([
  ['google', 'border-[#747775] bg-white text-[#1f1f1f] hover:bg-[#f2f2f2] dark:border-[#8e918f] dark:bg-[#131314] dark:text-[#e3e3e3] dark:hover:bg-[#1f1f20]'],
  ['microsoft', 'border-[#8c8c8c] bg-white text-[#5e5e5e] hover:bg-[#f3f3f3] dark:border-[#2f2f2f] dark:bg-[#2f2f2f] dark:text-white dark:hover:bg-[#3b3b3b]'],
  ['apple', 'border-black bg-black text-white hover:bg-[#1f1f1f] dark:border-white dark:bg-white dark:text-black dark:hover:bg-[#ececec]'],
])

/** Sends the form it stands in to a provider. */
export function ProviderButton({ provider, children }: { provider: string; children: ReactNode }) {
  return (
    <Button type="submit" wide name="provider" value={provider} className={looks.get(provider)}>
      <ProviderMark provider={provider} />
      {children}
    </Button>
  )
}
