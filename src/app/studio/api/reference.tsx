import { requestsPerMinute } from '#modules/api-keys/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { makeDocument } from '../../api/v1/openapi-document.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { Route } from './+types/reference.ts'
import { EndpointArticle } from './endpoint-article.tsx'
import { readReference } from './reference-view.ts'

export const meta: Route.MetaFunction = () => [{ title: 'API reference' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'api-keys.manage')
  const { base, origin } = context.get(requestContext)
  return { base, address: `${origin}${base}/api/v1`, groups: readReference(makeDocument(`${base}/api/v1`)), requestsPerMinute }
})

const anchor = (name: string) => name.toLowerCase().replace(/\W+/g, '-')

/** Every address of the API, read from the very document that programs read. */
export default function Reference({ loaderData: { base, address, groups, requestsPerMinute: perMinute } }: Route.ComponentProps) {
  const list = `${base}/studio/settings/api`
  return (
    <div className="max-w-[1080px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Settings', href: `${base}/studio/settings` }, { label: 'API', href: list }, { label: 'Reference' }]} />}
        title="API reference"
        text="What your programs can ask, made from the document that they read."
        actions={<ButtonLink href={`${base}/api/v1/openapi.json`}>OpenAPI document</ButtonLink>}
      />
      <div className="mt-8 grid grid-cols-1 gap-x-14 gap-y-8 lg:grid-cols-[180px_minmax(0,1fr)]">
        <nav aria-label="In this reference" className="lg:sticky lg:top-8 lg:self-start">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem] lg:grid lg:gap-y-0.5">
            {['How to ask', ...groups.map(({ name }) => name)].map((name) => (
              <li key={name}>
                <a href={`#${anchor(name)}`} className="touch inline-flex min-h-8 items-center text-ink-2 hover:text-ink hover:underline">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid grid-cols-1 gap-14">
          <HowToAsk address={address} perMinute={perMinute} />
          {groups.map(({ name, endpoints }) => (
            <section key={name} id={anchor(name)} aria-label={name} className="scroll-mt-8">
              <h2 className="text-lg font-semibold tracking-[-0.014em]">{name}</h2>
              {endpoints.map((endpoint) => (
                <EndpointArticle key={endpoint.id} endpoint={endpoint} address={address} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

function HowToAsk({ address, perMinute }: { address: string; perMinute: number }) {
  const codes = [
    ['401', 'api-key-refused', 'no key, or one that opens nothing here'],
    ['403', 'scope-missing', 'the key may not do this'],
    ['404', 'not-found', 'there is no such thing in this school'],
    ['422', 'invalid-input', 'a field does not fit; errors says which'],
    ['429', 'too-many-requests', 'wait as long as Retry-After says'],
  ] as const
  return (
    <section id="how-to-ask" aria-label="How to ask" className="scroll-mt-8 text-[0.9375rem]">
      <h2 className="text-lg font-semibold tracking-[-0.014em]">How to ask</h2>
      <div className="mt-3 grid max-w-[68ch] gap-3 text-ink-2">
        <p>
          The API is at <code className="wrap-anywhere text-[0.8125rem] text-ink">{address}</code>. Send the key with each request, as <code className="text-[0.8125rem] text-ink">Authorization: Bearer cove_…</code>. Answers are JSON: what was asked for stands under <code className="text-[0.8125rem] text-ink">data</code>.
        </p>
        <p>
          Lists come 50 at a time. Send <code className="text-[0.8125rem] text-ink">nextCursor</code> as <code className="text-[0.8125rem] text-ink">after</code> for the next page; on the last one it is null.
        </p>
        <p>
          A POST with an <code className="text-[0.8125rem] text-ink">Idempotency-Key</code> of your own can be sent again for 24 hours: it is done once, and the first answer is given again. A key makes {perMinute} requests a minute; the headers <code className="text-[0.8125rem] text-ink">RateLimit</code> and <code className="text-[0.8125rem] text-ink">RateLimit-Policy</code> say how many are left.
        </p>
        <p>What goes wrong is answered as a problem document (RFC 9457). Its title is a word for programs, its detail a sentence for people:</p>
      </div>
      <ul className="mt-4 divide-y border-y">
        {codes.map(([status, code, words]) => (
          <li key={code} className="grid gap-x-4 py-2 sm:grid-cols-[3.5rem_12rem_1fr]">
            <span className="tabular-nums text-ink-3">{status}</span>
            <code className="text-[0.8125rem] leading-6">{code}</code>
            <span className="text-ink-2">{words}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-ink-3">
        <Chip>scope</Chip> says what a key must be allowed for an address.
      </p>
    </section>
  )
}
