import { useFetcher } from 'react-router'
import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useSaid } from '#modules/catalog/ui/builder/use-said.ts'
import type { PageEditor } from '#modules/storefront/index.ts'
import { Button } from '#ui/button.tsx'
import { siteBlockWords } from '../../words/site-block-words.ts'
import { siteWords } from '../../words/site-words.ts'
import { differenceInWords } from './difference-words.ts'

type PublishBoxProps = Pick<PageEditor, 'difference' | 'isChanged' | 'publishedAt' | 'earlier'> & {
  locale: string
  timeZone: string
  home: string
}

/** What publishing would change, the press that does it, and the ways back. */
export function PublishBox({ difference, isChanged, publishedAt, earlier, locale, timeZone, home }: PublishBoxProps) {
  const said = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data, false)
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)

  return (
    <section aria-labelledby="publish-title" className="mt-6 border-t pt-5">
      <h2 id="publish-title" className="text-sm font-medium">
        {isChanged ? said.notPublicYet : said.visitorsSee}
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        {publishedAt ? said.publishedAt(day(publishedAt)) : said.nothingPublished}{' '}
        <a href={home} className="link">
          {said.seeIt}
        </a>
      </p>
      {isChanged ? (
        <ul className="mt-3 grid gap-1 text-sm text-ink-2">
          {differenceInWords(difference).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {isChanged ? (
        <fetcher.Form method="post" className="mt-4">
          <Button type="submit" name="intent" value="publish" variant="main" busy={fetcher.state !== 'idle'}>
            {said.publish}
          </Button>
        </fetcher.Form>
      ) : null}
      {isChanged && publishedAt ? <Discard difference={difference} /> : null}
      {earlier.length > 0 ? (
        <details className="mt-3">
          <summary className="touch inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-3 hover:text-ink">{said.earlierPages}</summary>
          <ul className="divide-y border-y">
            {earlier.map((version) => (
              <li key={version.id}>
                <fetcher.Form method="post" className="flex items-center justify-between gap-4 py-2 text-sm">
                  <input type="hidden" name="intent" value="bring-back" />
                  <input type="hidden" name="version" value={version.id} />
                  <span className="text-ink-2 tabular-nums">
                    {day(version.publishedAt)} · {siteBlockWords().blocks(version.blockCount)}
                  </span>
                  <Button type="submit" size="sm" aria-label={said.bringBackOf(day(version.publishedAt))}>
                    {said.bringBack}
                  </Button>
                </fetcher.Form>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** The warning, with its figures, stands before the press. */
function Discard({ difference }: Pick<PublishBoxProps, 'difference'>) {
  const words = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data, false)
  return (
    <details className="mt-2">
      <summary className="touch inline-flex min-h-11 items-center text-sm text-bad underline underline-offset-3">{words.discardEllipsis}</summary>
      <fetcher.Form method="post" className="grid justify-items-start gap-3 pt-1">
        <p className="text-sm text-ink-2">{words.discardText(differenceInWords(difference).join('; '))}</p>
        <Button type="submit" name="intent" value="discard" variant="danger" size="sm" busy={fetcher.state !== 'idle'}>
          {words.discard}
        </Button>
      </fetcher.Form>
    </details>
  )
}
