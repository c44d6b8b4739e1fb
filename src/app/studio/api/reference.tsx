import { requestsPerMinute } from '#modules/api-keys/index.ts'
import { keyPageWords } from '#modules/api-keys/ui/words/key-page-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { makeDocument } from '../../api/v1/openapi-document.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { Route } from './+types/reference.ts'
import { referenceWords } from '../../words/reference-words.ts'
import { EndpointArticle } from './endpoint-article.tsx'
import { readReference } from './reference-view.ts'

export const meta: Route.MetaFunction = () => [{ title: referenceWords().title }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'api-keys.manage')
  const { base, origin } = context.get(requestContext)
  return { base, address: `${origin}${base}/api/v1`, groups: readReference(makeDocument(`${base}/api/v1`)), requestsPerMinute }
})

/** Every address of the API, read from the very document that programs read. */
export default function Reference({ loaderData: { base, address, groups, requestsPerMinute: perMinute } }: Route.ComponentProps) {
  const words = referenceWords()
  const list = `${base}/studio/settings/api`
  return (
    <div className="max-w-[1080px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: keyPageWords().settings, href: `${base}/studio/settings` }, { label: keyPageWords().api, href: list }, { label: words.reference }]} />}
        title={words.title}
        text={words.text}
        actions={<ButtonLink href={`${base}/api/v1/openapi.json`}>{words.document}</ButtonLink>}
      />
      <div className="mt-8 grid grid-cols-1 gap-x-14 gap-y-8 lg:grid-cols-[180px_minmax(0,1fr)]">
        <nav aria-label={words.inThisReference} className="lg:sticky lg:top-8 lg:self-start">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem] lg:grid lg:gap-y-0.5">
            {[{ id: 'how-to-ask', name: words.howToAsk }, ...groups].map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`} className="touch inline-flex min-h-8 items-center text-ink-2 hover:text-ink hover:underline">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid grid-cols-1 gap-14">
          <HowToAsk address={address} perMinute={perMinute} />
          {groups.map(({ id, name, endpoints }) => (
            <section key={id} id={id} aria-label={name} className="scroll-mt-8">
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
  const words = referenceWords()
  const codes = [
    ['401', 'api-key-refused', words.refused],
    ['403', 'scope-missing', words.scopeMissing],
    ['404', 'not-found', words.notFound],
    ['422', 'invalid-input', words.invalid],
    ['429', 'too-many-requests', words.tooMany],
  ] as const
  return (
    <section id="how-to-ask" aria-label={words.howToAsk} className="scroll-mt-8 text-[0.9375rem]">
      <h2 className="text-lg font-semibold tracking-[-0.014em]">{words.howToAsk}</h2>
      <div className="mt-3 grid max-w-[68ch] gap-3 text-ink-2">
        {[words.theApiIsAt(address), words.lists, words.sentAgain(perMinute), words.problems].map((paragraph) => (
          <p key={paragraph}>
            <WithCode text={paragraph} />
          </p>
        ))}
      </div>
      <ul className="mt-4 divide-y border-y">
        {codes.map(([status, code, said]) => (
          <li key={code} className="grid gap-x-4 py-2 sm:grid-cols-[3.5rem_12rem_1fr]">
            <span className="tabular-nums text-ink-3">{status}</span>
            <code className="text-[0.8125rem] leading-6">{code}</code>
            <span className="text-ink-2">{said}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-ink-3">
        <Chip>{words.scope}</Chip> {words.scopeSays}
      </p>
    </section>
  )
}

/** A sentence in which words in backticks are code. */
function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : <code key={index} className="wrap-anywhere text-[0.8125rem] text-ink">{part}</code>))
}
