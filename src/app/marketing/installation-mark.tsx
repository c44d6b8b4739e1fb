/** The installation's sign and name: a bay with the tide in it. */
export function InstallationMark({ href = '/' }: { href?: string }) {
  return (
    <a href={href} className="touch flex items-center gap-[11px]">
      <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" className="shrink-0">
        <circle cx="15" cy="15" r="15" fill="var(--brand)" />
        <g fill="none" stroke="var(--on-brand)" strokeWidth="1.8" strokeLinecap="round">
          <path d="M20.6 9.2a8.1 8.1 0 1 0 0 11.6" />
          <path d="M11.6 15.2c1.5-1.3 3-1.3 4.5 0s3 1.3 4.5 0" />
        </g>
      </svg>
      <span className="font-display text-[1.375rem] leading-tight tracking-[-0.01em] font-[560]">CourseCove</span>
    </a>
  )
}
