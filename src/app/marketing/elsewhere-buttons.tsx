import type { SocialName } from '#modules/identity/index.ts'
import { accountWords } from '../words/account-words.ts'
import { ProviderButtons } from './provider-buttons.tsx'
import { withNext } from './with-next.ts'

type ElsewhereButtonsProps = {
  providers: readonly SocialName[]
  next: string | null
  way: 'sign-in' | 'sign-up'
}

/** A button for each provider that is configured; nothing where none is. */
export function ElsewhereButtons({ providers, next, way }: ElsewhereButtonsProps) {
  const words = accountWords()
  if (providers.length === 0) return null
  return (
    <form method="post" action={withNext('/sign-in', next)} className="mt-6">
      <p className="mb-6 flex items-center gap-3 text-sm text-ink-3">
        <span className="h-px flex-1 bg-line" />
        {words.or}
        <span className="h-px flex-1 bg-line" />
      </p>
      <input type="hidden" name="intent" value="elsewhere" />
      <ProviderButtons providers={providers} label={way === 'sign-in' ? words.signInWith : words.continueWith} />
    </form>
  )
}
