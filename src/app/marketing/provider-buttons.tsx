import type { SocialName } from '#modules/identity/index.ts'
import { Button } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { ProviderMark } from './provider-mark.tsx'

/**
 * How each provider wants its button to look: its own colours around its own mark. Who has no rule for it gets a button
 * as ours are. Our own face is set in all of them: no font is asked for elsewhere.
 *
 * @see https://developers.google.com/identity/branding-guidelines
 * @see https://learn.microsoft.com/entra/identity-platform/howto-add-branding-in-apps
 * @see https://developer.apple.com/design/human-interface-guidelines/sign-in-with-apple
 */
const looks = new Map([
  ['google', { bright: 'border-[#747775] bg-[#fff] text-[#1f1f1f] hover:bg-[#f2f2f2]', dark: 'dark:border-[#8e918f] dark:bg-[#131314] dark:text-[#e3e3e3] dark:hover:bg-[#1f1f20]' }],
  ['microsoft', { bright: 'border-[#8c8c8c] bg-[#fff] text-[#5e5e5e] hover:bg-[#f3f3f3]', dark: 'dark:border-[#5e5e5e] dark:bg-[#2f2f2f] dark:text-[#fff] dark:hover:bg-[#3b3b3b]' }],
  ['apple', { bright: 'border-[#000] bg-[#fff] text-[#000] hover:bg-[#f2f2f2]', dark: '' }],
])

type ProviderButtonsProps = {
  providers: readonly SocialName[]
  label: (name: string) => string
}

/** Each sends the form it stands in to a provider. */
export function ProviderButtons({ providers, label }: ProviderButtonsProps) {
  // On a dark page Apple's button has to be white, and Google's may not be the fainter one.
  const areAllBright = providers.some(({ id }) => id === 'apple')
  return (
    <div className="grid gap-2.5">
      {providers.map(({ id, name }) => (
        <Button key={id} type="submit" wide name="provider" value={id} className={cn(looks.get(id)?.bright, areAllBright ? null : looks.get(id)?.dark)}>
          <ProviderMark provider={id} />
          {label(name)}
        </Button>
      ))}
    </div>
  )
}
