import { Mail } from 'lucide-react'
import { z } from 'zod'
import { listMails, type MailboxLine } from '#modules/messaging/index.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/mailbox.ts'
import { MailboxFrame } from './mailbox-frame.tsx'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: arrivalWords().mailboxTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, viewer } = context.get(requestContext)
  const before = z.uuid().safeParse(new URL(request.url).searchParams.get('before')).data ?? null
  const { mails, nextCursor } = await listMails(app.systemCtx, await viewer(), before)
  return { mails: mails.map((mail) => ({ ...mail, writtenAt: mail.writtenAt.toISOString() })), nextCursor, before, isKept: app.mailCarrier === null, keptDays: app.config.mail.keptDays }
})

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const words = arrivalWords()
  const { mails, nextCursor, before, isKept, keptDays } = loaderData
  return (
    <MailboxFrame>
      <PageHeader
        title={words.mailbox}
        text={words.mailboxText(isKept, keptDays)}
      />
      <div className="mt-6">
        {mails.length === 0 ? (
          <EmptyState icon={Mail} title={words.noMailYet}>
            {words.mailsAppear}
          </EmptyState>
        ) : (
          <Rows label={words.mails}>
            {mails.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </Rows>
        )}
        <Pagination label={words.mails} newerHref={before ? '/mailbox' : null} newer={words.newest} olderHref={nextCursor ? `/mailbox?before=${nextCursor}` : null} />
      </div>
    </MailboxFrame>
  )
}

const tones = { sent: 'good', failed: 'bad', queued: 'warn', kept: 'neutral' } as const

function MailRow({ mail }: { mail: Omit<MailboxLine, 'writtenAt'> & { writtenAt: string } }) {
  return (
    <Row
      href={`/mailbox/${mail.id}`}
      title={mail.subject}
      text={
        <span className="wrap-anywhere">
          {mail.to} · <When iso={mail.writtenAt} zone="UTC" locale={currentLocale()} show="day-time" /> UTC
        </span>
      }
      end={<Chip tone={tones[mail.status as keyof typeof tones] ?? 'neutral'}>{arrivalWords().mailStates[mail.status as keyof typeof tones] ?? mail.status}</Chip>}
    />
  )
}
