import { useFetcher } from 'react-router'
import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useSaid } from '#modules/catalog/ui/builder/use-said.ts'
import type { PageEditor } from '#modules/storefront/index.ts'
import { Button } from '#ui/button.tsx'
import { differenceInWords } from './difference-words.ts'

type PublishBoxProps = Pick<PageEditor, 'difference' | 'isChanged' | 'publishedAt' | 'earlier'> & {
  locale: string
  timeZone: string
  home: string
}

/** What publishing would change, the press that does it, and the ways back. */
export function PublishBox({ difference, isChanged, publishedAt, earlier, locale, timeZone, home }: PublishBoxProps) {
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data, false)
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)

  return (
    <section aria-labelledby="publish-title" className="mt-6 border-t pt-5">
      <h2 id="publish-title" className="text-sm font-medium">
        {isChanged ? 'Not public yet' : 'Visitors see this page'}
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        {publishedAt ? `Published ${day(publishedAt)}.` : 'Nothing was published yet: visitors see the page that is made from what you have.'}{' '}
        <a href={home} className="link">
          See it
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
            Publish
          </Button>
        </fetcher.Form>
      ) : null}
      {isChanged && publishedAt ? <Discard difference={difference} /> : null}
      {earlier.length > 0 ? (
        <details className="mt-3">
          <summary className="touch inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-3 hover:text-ink">Earlier pages…</summary>
          <ul className="divide-y border-y">
            {earlier.map((version) => (
              <li key={version.id}>
                <fetcher.Form method="post" className="flex items-center justify-between gap-4 py-2 text-sm">
                  <input type="hidden" name="intent" value="bring-back" />
                  <input type="hidden" name="version" value={version.id} />
                  <span className="text-ink-2 tabular-nums">
                    {day(version.publishedAt)} · {version.blockCount} {version.blockCount === 1 ? 'block' : 'blocks'}
                  </span>
                  <Button type="submit" size="sm" aria-label={`Bring back the page of ${day(version.publishedAt)}`}>
                    Bring back
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
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data, false)
  return (
    <details className="mt-2">
      <summary className="touch inline-flex min-h-11 items-center text-sm text-bad underline underline-offset-3">Let the draft go…</summary>
      <fetcher.Form method="post" className="grid justify-items-start gap-3 pt-1">
        <p className="text-sm text-ink-2">The draft becomes what visitors see now. You lose: {differenceInWords(difference).join('; ').toLowerCase()}. Undo can bring it back.</p>
        <Button type="submit" name="intent" value="discard" variant="danger" size="sm" busy={fetcher.state !== 'idle'}>
          Let the draft go
        </Button>
      </fetcher.Form>
    </details>
  )
}
