import type { ReactNode } from 'react'
import { AuthShell } from '#ui/auth-shell.tsx'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { InstallationMark } from './installation-mark.tsx'
import type { SchoolAhead } from './school-of-next.ts'

type AccountPageProps = {
  title?: string
  text?: ReactNode
  children: ReactNode
  foot?: ReactNode
  wide?: boolean
  /** The school one is on the way to: the page wears its name and colour. */
  school?: SchoolAhead | null
  nonce?: string
}

/** One question about an account, in the colours of where one is going. */
export function AccountPage({ school, nonce, ...page }: AccountPageProps) {
  return (
    <div data-tenant={school ? '' : undefined}>
      {school ? <BrandStyle css={brandStyle(school.brand)} nonce={nonce} /> : null}
      <AuthShell mark={school ? <SchoolName school={school} /> : <InstallationMark />} {...page} />
    </div>
  )
}

function SchoolName({ school }: { school: SchoolAhead }) {
  return (
    <a href={school.home} className="touch flex min-w-0 items-center gap-[11px]">
      <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" className="shrink-0">
        <circle cx="15" cy="15" r="15" fill="var(--brand)" />
        <text x="15" y="20.5" textAnchor="middle" fontSize="16" fontWeight="560" fontFamily="var(--display)" fill="var(--on-brand)">
          {[...school.name.trim()][0]?.toLocaleUpperCase() ?? ''}
        </text>
      </svg>
      <span className="truncate font-display text-[1.375rem] leading-tight tracking-[-0.01em] font-[560]">{school.name}</span>
    </a>
  )
}
