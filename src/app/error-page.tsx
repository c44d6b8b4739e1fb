import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { ButtonLink } from '#ui/button.tsx'

type ErrorPageProps = {
  status: number
  /** The sentence of a fault that is known; for the others the status has its own. */
  message: string | null
  /** Whose page it would have been. */
  school: { name: string; brandCss: string; home: string } | null
  nonce?: string
}

const words: Record<number, { title: string; text: string }> = {
  401: { title: 'Please sign in', text: 'This page is for people who are signed in.' },
  403: { title: 'This is not part of your role', text: 'The owner of the school can change roles under People.' },
  404: { title: 'There is nothing at this address', text: 'The page may have moved, or the link may have lost a letter on the way.' },
  410: { title: 'This is over', text: 'The link was used, taken back, or is too old.' },
  429: { title: 'A little slower, please', text: 'There were many tries in a short time. Wait a few minutes and try again.' },
  503: { title: 'Back in a moment', text: 'The database cannot be reached right now. Nothing was lost; please try again in a moment.' },
}

const ourFault = { title: 'Something went wrong on our side', text: 'It was noted. Please try again in a moment.' }

/** A page that could not be shown, and the way on. */
export function ErrorPage({ status, message, school, nonce }: ErrorPageProps) {
  const { title, text } = words[status] ?? (status < 500 ? { title: 'This did not work', text: 'Go back and try again.' } : ourFault)
  return (
    <div data-tenant={school ? '' : undefined}>
      <title>{`${title} · ${school?.name ?? 'CourseCove'}`}</title>
      {school ? <BrandStyle css={school.brandCss} nonce={nonce} /> : null}
      <main id="main" className="wrap grid min-h-dvh content-center justify-items-start py-16">
        <LooseString />
        <h1 className="display mt-8 text-[2.25rem] leading-tight sm:text-3xl">{title}</h1>
        <p className="mt-3 max-w-[46ch] text-[1.0625rem] text-ink-2">{message ?? text}</p>
        <div className="mt-7 flex flex-wrap gap-3">
          <ButtonLink variant="main" href={school?.home ?? '/'}>
            Go to the first page
          </ButtonLink>
        </div>
      </main>
    </div>
  )
}

/** Four lines, one of which has come loose. */
function LooseString() {
  return (
    <svg viewBox="0 0 220 64" aria-hidden="true" className="w-[220px]" fill="none" stroke="var(--brand)" strokeLinecap="round">
      <path d="M2 8H218M2 24H218M2 56H218" strokeOpacity="0.4" strokeWidth="1.5" />
      <path d="M2 40H96C116 40 122 30 134 36S146 60 162 54S176 42 184 48" strokeWidth="2.5" />
    </svg>
  )
}
