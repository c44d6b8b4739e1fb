import { partWords } from './words/part-words.ts'

/** The first stop of the Tab key: past everything that repeats on each page. */
export function SkipLink({ to = 'main', children }: { to?: string; children?: string }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only z-50 rounded-md bg-raised px-4 py-3 font-medium text-ink shadow-float focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
    >
      {children ?? partWords().skip}
    </a>
  )
}
