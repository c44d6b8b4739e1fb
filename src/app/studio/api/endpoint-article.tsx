import { Chip } from '#ui/chip.tsx'
import { referenceWords } from '../../words/reference-words.ts'
import type { EndpointView, FieldLine } from './reference-view.ts'

const tones = { GET: 'neutral', POST: 'brand', DELETE: 'bad' } as const

/** One address of the API: what it does, what it takes, what it answers. */
export function EndpointArticle({ endpoint, address }: { endpoint: EndpointView; address: string }) {
  const words = referenceWords()
  const { id, method, path, summary, description, scope, sent, answers, example } = endpoint
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="mt-6 scroll-mt-8 border-t pt-5 first-of-type:mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1.5">
        <h3 id={`${id}-title`} className="font-semibold">
          {summary}
        </h3>
        <Chip>{scope}</Chip>
      </div>
      <p className="mt-1.5 flex flex-wrap items-baseline gap-2">
        <Chip tone={tones[method as keyof typeof tones]}>{method}</Chip>
        <code className="wrap-anywhere text-sm">{path}</code>
      </p>
      <p className="mt-2.5 max-w-[68ch] text-[0.9375rem] text-ink-2">{description}</p>
      {sent.length > 0 ? <Fields fields={sent} /> : null}
      <details className="group mt-4 border-y">
        <summary className="flex min-h-11 items-center text-[0.9375rem] font-medium hover:text-brand-strong">{words.exampleAndAnswers}</summary>
        <div className="grid grid-cols-1 gap-4 pb-5">
          <Code label={words.requestOf(summary)} text={curlOf(endpoint, address)} />
          {example ? <Code label={words.answerOf(summary)} text={example} /> : null}
          <ul className="grid gap-1 text-sm">
            {answers.map(({ status, description: said }) => (
              <li key={status} className="grid grid-cols-[3rem_1fr]">
                <span className="tabular-nums text-ink-3">{status}</span>
                <span className="text-ink-2">{said}</span>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </article>
  )
}

function Fields({ fields }: { fields: readonly FieldLine[] }) {
  return (
    <dl className="mt-4 divide-y border-t text-[0.9375rem]">
      {fields.map(({ name, place, kind, isRequired, description }) => (
        <div key={`${place} ${name}`} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(140px,190px)_1fr]">
          <dt>
            <code className="text-[0.8125rem] font-medium">{name}</code>
            <span className="block text-sm text-ink-3">
              {place}
              {isRequired ? '' : `, ${referenceWords().optional}`}
            </span>
          </dt>
          <dd className="min-w-0 text-ink-2">
            {description} <span className="text-sm text-ink-3 wrap-anywhere">{kind}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Code({ label, text }: { label: string; text: string }) {
  return (
    // A text that scrolls must be reachable by the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre tabIndex={0} role="region" aria-label={label} className="max-h-[28rem] overflow-auto rounded-md border bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed">
      {text}
    </pre>
  )
}

function curlOf({ method, path, body }: EndpointView, address: string): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${address}${path.replace('{id}', '0198c2f0-5f0e-7d4c-9a43-2f8f3c1b7e10')}`, `-H 'Authorization: Bearer cove_…'`]
  if (body) lines.push(`-H 'Content-Type: application/json'`, `-H 'Idempotency-Key: 6b1c2d3e-0a51-4a0c-9a37-5d0f6f1f2b77'`, `-d '${body}'`)
  return lines.join(' \\\n  ')
}
