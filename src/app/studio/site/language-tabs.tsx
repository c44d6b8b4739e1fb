import { languageNames } from '#platform/i18n/languages.ts'
import { cn } from '#ui/class-names.ts'
import { siteWords } from '../../words/site-words.ts'
import { inWriting, type Writing } from './writing.ts'

type LanguageTabsProps = { /** The page of the editor, in the first language. */ address: string; writing: Writing; /** How many texts each language does not have yet, in the order of the languages. */ missing: readonly number[] }

/** Which language of the site is being written. Links: each has an address, and they work without script. Nothing where there is one alone. */
export function LanguageTabs({ address, writing, missing }: LanguageTabsProps) {
  const words = siteWords()
  if (writing.all.length < 2) return null

  return (
    <nav aria-label={words.languageOfTexts} className="mb-6">
      <ul className="flex flex-wrap gap-0.5 rounded-[8px] bg-sunken p-0.5">
        {writing.all.map((language, place) => {
          const isCurrent = language === writing.current
          return (
            <li key={language} className="flex-1">
              <a
                href={inWriting(address, { ...writing, current: language })}
                aria-current={isCurrent ? 'true' : undefined}
                className={cn('touch flex min-h-9 items-baseline justify-center gap-2 rounded-sm px-3 py-1.5 text-sm font-medium whitespace-nowrap', isCurrent ? 'bg-raised text-ink shadow-[0_0_0_1px_var(--edge)]' : 'text-ink-2 hover:text-ink')}
              >
                <span lang={language}>{languageNames[language]}</span>
                {place > 0 ? <span className="text-[0.8125rem] font-normal tabular-nums text-ink-3">{missing[place] ? words.missingHere(missing[place]) : words.allThere}</span> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
