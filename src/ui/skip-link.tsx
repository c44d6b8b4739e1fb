/** The first stop of the Tab key: past everything that repeats on each page. */
export function SkipLink({ to = 'main', children = 'Skip to content' }: { to?: string; children?: string }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only z-50 rounded-md bg-raised px-4 py-3 font-medium text-ink shadow-float focus:not-sr-only focus:fixed focus:left-4 focus:top-4"
    >
      {children}
    </a>
  )
}
