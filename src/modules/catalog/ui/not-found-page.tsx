import { ButtonLink } from '#ui/button.tsx'
import type { SchoolPage } from './public-pages.schema.ts'
import { SchoolFrame } from './school-frame.tsx'
import { schoolLinks } from './school-links.ts'

type NotFoundPageProps = {
  /** The school whose host was asked; without it the page is the installation's own. */
  page?: SchoolPage | null
  title?: string
  text?: string
}

/** Nothing stands at this address, and the ways on. */
export function NotFoundPage({ page, title = 'There is nothing at this address', text }: NotFoundPageProps) {
  const to = page ? schoolLinks(page) : null
  const body = (
    <div className="wrap grid flex-1 content-center justify-items-start py-[clamp(48px,14vh,160px)]">
      <FourStrings />
      <h1 className="display mt-8 text-[2.25rem] leading-tight sm:text-3xl">{title}</h1>
      <p className="mt-3 max-w-[46ch] text-[1.0625rem] text-ink-2">
        {text ?? 'The page may have moved, or the link may have lost a letter on the way.'}
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink variant="main" href={to?.home ?? '/'}>
          Go to the first page
        </ButtonLink>
        {to ? <ButtonLink href={to.courses}>See the courses</ButtonLink> : null}
      </div>
    </div>
  )
  if (page) return <SchoolFrame {...page}>{body}</SchoolFrame>

  return (
    <main id="main" className="flex min-h-dvh flex-col">
      {body}
    </main>
  )
}

/** Four lines, one of which has come loose. */
function FourStrings() {
  return (
    <svg viewBox="0 0 220 64" aria-hidden="true" className="w-[220px]" fill="none" stroke="var(--brand)" strokeLinecap="round">
      <path d="M2 8H218M2 24H218M2 56H218" strokeOpacity="0.4" strokeWidth="1.5" />
      <path d="M2 40H96C116 40 122 30 134 36S146 60 162 54S176 42 184 48" strokeWidth="2.5" />
    </svg>
  )
}
