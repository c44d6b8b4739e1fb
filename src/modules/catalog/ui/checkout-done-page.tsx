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

export type CheckoutOutcome =
  /** The buyer is back before the payment's confirmation is. */
  | { kind: 'waiting'; refreshHref: string }
  | { kind: 'paid'; email: string; /** Set for those who are signed in. */ courseHref: string | null; /** Set where mails do not go out. */ mailboxHref?: string | null }
  /** A bank debit was accepted and has yet to clear. */
  | { kind: 'pending-debit'; email: string }
  | { kind: 'failed'; reason: string | null; retryHref: string }

type CheckoutDonePageProps = SchoolPage & Omit<ComponentProps<typeof OrderSummary>, 'school'> & { outcome: CheckoutOutcome }

/** Where the payment page sends people back to: what has happened, and what to do now. */
export function CheckoutDonePage({ outcome, ...props }: CheckoutDonePageProps) {
  const { base, links, viewer, course } = props
  const to = schoolLinks({ base, links })

  return (
    <CheckoutFrame {...props} backHref={viewer ? to.library : to.courses} backLabel={viewer ? 'My courses' : 'All courses'}>
      <div className="mx-auto max-w-[520px] pt-[clamp(12px,6vh,72px)]">
        <Said outcome={outcome} courseTitle={course.title} library={to.library} />
        <div className="mt-10 border-t pt-7 lg:border-0 lg:pt-0">
          <OrderSummary {...props} />
        </div>
      </div>
    </CheckoutFrame>
  )
}

type SaidProps = { outcome: CheckoutOutcome; courseTitle: string; library: string }

function Said({ outcome, courseTitle, library }: SaidProps) {
  switch (outcome.kind) {
    case 'waiting':
      return (
        <Message
          icon={LoaderCircle}
          turning
          title="Waiting for the payment’s confirmation"
          actions={<ButtonLink href={outcome.refreshHref}>Check again</ButtonLink>}
        >
          This usually takes a few seconds. You can close this page: your receipt comes by mail as soon as the payment is confirmed.
        </Message>
      )
    case 'paid':
      return (
        <Message
          icon={CircleCheck}
          tone="good"
          title={outcome.courseHref ? 'The course is yours' : 'The course is yours. Check your mail'}
          actions={
            outcome.courseHref ? (
              <>
                <ButtonLink variant="main" href={outcome.courseHref}>
                  Start learning
                </ButtonLink>
                <ButtonLink href={library}>Open my library</ButtonLink>
              </>
            ) : outcome.mailboxHref ? (
              <MailsStayHere href={outcome.mailboxHref} />
            ) : null
          }
        >
          {outcome.courseHref
            ? `${courseTitle} is in your library. The receipt is on its way to ${outcome.email}.`
            : `We have sent the receipt and a link to ${outcome.email}. The link opens your account, with ${courseTitle} in it. Nothing there? Look among unwanted mail.`}
        </Message>
      )
    case 'pending-debit':
      return (
        <Message icon={Hourglass} title="Your bank debit is on its way">
          It takes a few working days to clear. We write to {outcome.email} when {courseTitle} opens. There is nothing you need to do.
        </Message>
      )
    case 'failed':
      return (
        <Message
          icon={CircleAlert}
          tone="bad"
          title="The payment did not go through"
          actions={
            <ButtonLink variant="main" href={outcome.retryHref}>
              Try again
            </ButtonLink>
          }
        >
          {outcome.reason ? `${outcome.reason} ` : ''}Nothing was charged. You can try again with the same card or another way to pay.
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
