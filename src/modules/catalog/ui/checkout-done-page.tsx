import { CircleAlert, CircleCheck, Hourglass, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { MailsStayHere } from '#ui/mails-stay-here.tsx'
import { CheckoutFrame } from './checkout-frame.tsx'
import { OrderSummary } from './order-summary.tsx'
import type { SchoolPage } from './public-pages.schema.ts'
import { schoolLinks } from './school-links.ts'
import { useKindWords } from './words/kind-words.ts'
import { checkoutWords } from './words/checkout-words.ts'
import { useThingWords } from './words/thing-words.ts'

export type CheckoutOutcome =
  /** The buyer is back before the payment's confirmation is. */
  | { kind: 'waiting'; refreshHref: string }
  | { kind: 'paid'; email: string; /** Set for those who are signed in. */ ownHref: string | null; /** Set where mails do not go out. */ mailboxHref?: string | null }
  /** A bank debit was accepted and has yet to clear. */
  | { kind: 'pending-debit'; email: string }
  | { kind: 'failed'; reason: string | null; retryHref: string }

type CheckoutDonePageProps = SchoolPage & Omit<ComponentProps<typeof OrderSummary>, 'school'> & { outcome: CheckoutOutcome }

/** Where the payment page sends people back to: what has happened, and what to do now. */
export function CheckoutDonePage({ outcome, ...props }: CheckoutDonePageProps) {
  const { base, links, viewer, item } = props
  const to = schoolLinks({ base, links })
  const words = checkoutWords()
  const kind = useKindWords()

  return (
    <CheckoutFrame {...props} backHref={viewer ? to.library : to.courses} backLabel={viewer ? kind.myCourses : kind.allCourses}>
      <div className="mx-auto max-w-[520px] pt-[clamp(12px,6vh,72px)]">
        <Said outcome={outcome} item={item} library={to.library} />
        <div className="mt-10 border-t pt-7 lg:border-0 lg:pt-0">
          <OrderSummary {...props} />
        </div>
      </div>
    </CheckoutFrame>
  )
}

type SaidProps = { outcome: CheckoutOutcome; item: ComponentProps<typeof OrderSummary>['item']; library: string }

function Said({ outcome, item, library }: SaidProps) {
  const words = checkoutWords()
  const thing = useThingWords()[item.thing]
  switch (outcome.kind) {
    case 'waiting':
      return (
        <Message
          icon={LoaderCircle}
          turning
          title={words.waiting}
          actions={<ButtonLink href={outcome.refreshHref}>{words.checkAgain}</ButtonLink>}
        >
          {words.waitingText}
        </Message>
      )
    case 'paid':
      return (
        <Message
          icon={CircleCheck}
          tone="good"
          title={outcome.ownHref ? thing.isYours : thing.isYoursCheckMail}
          actions={
            outcome.ownHref ? (
              <>
                <ButtonLink variant="main" href={outcome.ownHref}>
                  {thing.open}
                </ButtonLink>
                <ButtonLink href={library}>{words.openLibrary}</ButtonLink>
              </>
            ) : outcome.mailboxHref ? (
              <MailsStayHere href={outcome.mailboxHref} />
            ) : null
          }
        >
          {outcome.ownHref ? words.inLibrary(item.title, outcome.email) : words.linkSent(item.title, outcome.email)}
        </Message>
      )
    case 'pending-debit':
      return (
        <Message icon={Hourglass} title={words.debitOnItsWay}>
          {words.debitText(item.title, outcome.email)}
        </Message>
      )
    case 'failed':
      return (
        <Message
          icon={CircleAlert}
          tone="bad"
          title={words.failed}
          actions={
            <ButtonLink variant="main" href={outcome.retryHref}>
              {words.tryAgain}
            </ButtonLink>
          }
        >
          {outcome.reason ? `${outcome.reason} ` : ''}{words.failedText}
        </Message>
      )
  }
}

type MessageProps = { icon: LucideIcon; tone?: 'neutral' | 'good' | 'bad'; turning?: boolean; title: string; actions?: ReactNode; children: ReactNode }

const tones = { neutral: 'bg-brand-tint text-brand-strong', good: 'bg-good-tint text-good', bad: 'bg-bad-tint text-bad' } as const

function Message({ icon, tone = 'neutral', turning, title, actions, children }: MessageProps) {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={cn('grid size-12 place-items-center rounded-full', tones[tone])}>
        <Icon of={icon} size="xl" className={turning ? 'animate-spin [animation-duration:1.6s]' : ''} />
      </span>
      <h1 className="display mt-5 text-2xl">{title}</h1>
      <p className="mt-2.5 text-ink-2">{children}</p>
      {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  )
}
