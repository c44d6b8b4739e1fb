import { languageNames, type Language } from '#platform/i18n/languages.ts'
import { cn } from './class-names.ts'
import { partWords } from './words/part-words.ts'

/** In which languages a page can be read, in which it is, and where to come back to after choosing. */
export type LanguageChoice = { offered: readonly Language[]; current: Language; /** Path and query on this host. */ back: string }

/** The languages of a page, each in its own name. A form: it works without script. Nothing where there is one alone. */
export function LanguageSwitch({ offered, current, back, className }: LanguageChoice & { className?: string }) {
  if (offered.length < 2) return null

  return (
    <form method="post" action="/language" aria-label={partWords().language} className={cn('flex flex-wrap items-center gap-x-4 text-sm text-ink-2', className)}>
      <input type="hidden" name="back" value={back} />
      {offered.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-current={language === current ? 'true' : undefined}
          className={cn('inline-flex min-h-11 cursor-pointer items-center hover:text-ink hover:underline', language === current && 'font-medium text-ink')}
        >
          {languageNames[language]}
        </button>
      ))}
    </form>
  )
}
