import type { SchoolView } from './public-pages.schema.ts'

/** The school's sign and name as a link home. Without a logo of its own the sign is drawn. */
export function SchoolMark({ school, href }: { school: SchoolView; href: string }) {
  return (
    <a href={href} className="touch flex min-w-0 items-center gap-[11px]">
      {school.logoUrl ? (
        <img src={school.logoUrl} alt="" className="h-[30px] w-auto max-w-32 shrink-0 object-contain" />
      ) : (
        <DrawnSign preset={school.preset} name={school.name} />
      )}
      <span className="line-clamp-2 font-display text-[1.125rem] leading-tight tracking-[-0.01em] font-[560] [overflow-wrap:anywhere] sm:line-clamp-1 sm:text-[1.375rem]">{school.name}</span>
    </a>
  )
}

function DrawnSign({ preset, name }: { preset: string; name: string }) {
  return (
    <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" className="shrink-0">
      {/* Round where people are round, square where they are square. */}
      <rect width="30" height="30" fill="var(--brand)" style={{ rx: 'min(15px, var(--corner-avatar))' }} />
      {preset === 'music-school' ? (
        <g fill="var(--on-brand)">
          <path d="M10.1 20.3V11L21.5 8.2v9.6" fill="none" stroke="var(--on-brand)" strokeWidth="1.8" strokeLinejoin="round" />
          <circle cx="8.1" cy="20.3" r="2.5" />
          <circle cx="19.5" cy="17.8" r="2.5" />
        </g>
      ) : (
        <text x="15" y="20.5" textAnchor="middle" fontSize="16" fontWeight="560" fontFamily="var(--display)" fill="var(--on-brand)">
          {[...name.trim()][0]?.toLocaleUpperCase() ?? ''}
        </text>
      )}
    </svg>
  )
}
