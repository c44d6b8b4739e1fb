import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { errorWords } from './words/error-words.ts'

type ErrorPageProps = {
  status: number
  /** The sentence of a fault that is known; for the others the status has its own. */
  message: string | null
  /** Whose page it would have been. */
  school: { name: string; brandCss: string; home: string } | null
  nonce?: string
}

function wordsOf(status: number): { title: string; text: string } {
  const words = errorWords()
  const known: Record<number, { title: string; text: string }> = {
    401: { title: words.signInTitle, text: words.signInText },
    403: { title: words.notAllowedTitle, text: words.notAllowedText },
    404: { title: words.notFoundTitle, text: words.notFoundText },
    410: { title: words.overTitle, text: words.overText },
    429: { title: words.tooManyTitle, text: words.tooManyText },
    503: { title: words.awayTitle, text: words.awayText },
  }
  return known[status] ?? (status < 500 ? { title: words.didNotWorkTitle, text: words.didNotWorkText } : { title: words.ourFaultTitle, text: words.ourFaultText })
}

/** A page that could not be shown, and the way on. */
export function ErrorPage({ status, message, school, nonce }: ErrorPageProps) {
  const { title, text } = wordsOf(status)
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
            {errorWords().toFirstPage}
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
