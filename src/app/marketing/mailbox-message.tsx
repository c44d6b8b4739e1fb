import { z } from 'zod'
import { readMail } from '#modules/messaging/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/mailbox-message.ts'
import { MailLetter } from './mail-letter.tsx'
import { MailboxFrame } from './mailbox-frame.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: arrivalWords().mailTitle(loaderData?.subject ?? '') }]

export const loader = answering(async ({ params, context }: Route.LoaderArgs) => {
  const { app, viewer } = context.get(requestContext)
  const id = z.uuid().safeParse(params.mailId).data
  if (!id) throw new NotFound()
  const { to, fromName, subject, status, error, html, text, writtenAt } = await readMail(app.systemCtx, await viewer(), id)
  return { to, from: `${fromName} <${app.config.mail.from}>`, subject, status, error, writtenAt: writtenAt.toISOString(), document: withOutwardLinks(html), links: linksOf(text) }
})

/** Links leave the frame: a page inside it could neither be signed in nor be seen whole. */
function withOutwardLinks(html: string): string {
  return html.replace(/ target="_blank"/g, ' target="_top"')
}

function linksOf(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/\S+/g) ?? [])]
}

export default function MailboxMessage({ loaderData }: Route.ComponentProps) {
  const words = arrivalWords()
  const { to, from, subject, status, error, writtenAt, document, links } = loaderData
  return (
    <MailboxFrame>
      <PageHeader
        above={
          <a href="/mailbox" className="link text-sm text-ink-2">
            {words.mailbox}
          </a>
        }
        title={subject}
      />
      <DefinitionList
        className="mt-5"
        items={[
          { term: words.mailTo, value: to },
          { term: words.mailFrom, value: from },
          { term: words.written, value: writtenAt.slice(0, 16).replace('T', ' ') + ' UTC' },
          { term: words.status, value: error ? `${status}: ${error}` : status },
        ]}
      />
      {links.length > 0 ? (
        <ul aria-label={words.linksInMail} className="mt-5 flex flex-wrap gap-2.5">
          {links.map((link, index) => (
            <li key={link}>
              <ButtonLink size="sm" href={link}>
                {links.length > 1 ? words.openLink(index + 1) : words.openTheLink}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : null}
      <MailLetter document={document} />
    </MailboxFrame>
  )
}
