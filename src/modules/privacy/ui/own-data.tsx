import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { When } from '#ui/when.tsx'
import type { LeavingFigures } from '../export/own-data.schema.ts'

/** A copy and a departure as the page shows them. */
export type OwnDataView = {
  /** Null for the whole account. */
  school: string | null
  copy: { state: 'asked' | 'ready'; size: string | null; leftOut: number; expiresAt: string | null; href: string | null } | null
  departure: { dueAt: string; isHeld: boolean } | null
  figures: LeavingFigures
  isMember: boolean
  isKeptElsewhere: boolean
  daysToReconsider: number
  zone: string
  locale: string
}

/** One's own data: a copy to take along, and the way out, with what it does. */
export function OwnDataParts(view: OwnDataView) {
  return (
    <div className="grid gap-11">
      <section aria-labelledby="copy-title">
        <h2 id="copy-title" className="text-base font-semibold">
          A copy of your data
        </h2>
        <CopyPart {...view} />
      </section>
      {view.isMember ? (
        <section aria-labelledby="leave-title" className="border-t pt-8">
          <h2 id="leave-title" className="text-base font-semibold">
            {view.school ? `Leave ${view.school}` : 'Delete your account'}
          </h2>
          <LeavePart {...view} />
        </section>
      ) : null}
    </div>
  )
}

function CopyPart({ school, copy, zone, locale }: OwnDataView) {
  if (copy?.state === 'ready' && copy.href && copy.expiresAt) {
    return (
      <>
        <p className="mt-2 text-[0.9375rem] text-ink-2">
          Ready until <When iso={copy.expiresAt} zone={zone} locale={locale} show="day" />; then it is deleted.
          {copy.leftOut > 0 ? ` ${copy.leftOut === 1 ? '1 file is' : `${copy.leftOut} files are`} not in it; the copy names them.` : ''}
        </p>
        <ButtonLink href={copy.href} className="mt-4">
          <Icon of={Download} />
          Download, {copy.size}
        </ButtonLink>
      </>
    )
  }
  if (copy) return <Notice title="Your copy is being made" className="mt-4">A mail comes when it is ready. You can leave this page.</Notice>

  return (
    <>
      <p className="mt-2 text-[0.9375rem] text-ink-2">
        What {school ?? 'every school here'} knows of you, as a zip of JSON lists: your profile, orders, courses and progress, mails, and the files you uploaded. It is made in the
        background; a mail comes when it is ready.
      </p>
      <form method="post" className="mt-4">
        <Button type="submit" name="intent" value="copy">
          Make a copy
        </Button>
      </form>
    </>
  )
}

function LeavePart(view: OwnDataView) {
  const { school, departure, figures, isKeptElsewhere, zone, locale } = view
  if (departure) {
    return (
      <Notice
        tone="warn"
        className="mt-4"
        title={
          <>
            {school ? `You leave ${school}` : 'Your account is deleted'} on <When iso={departure.dueAt} zone={zone} locale={locale} show="day" />
          </>
        }
        action={
          <form method="post">
            <Button type="submit" name="intent" value="stay">
              {school ? 'Stay' : 'Keep the account'}
            </Button>
          </form>
        }
      >
        {departure.isHeld ? `It was due and could not be: ${named(figures.onlyOwnerOf)} would have no owner. Make someone else an owner.` : 'Until then everything works as before.'}
      </Notice>
    )
  }
  if (isKeptElsewhere) return <p className="mt-2 text-[0.9375rem] text-ink-2">Your place here is kept at the sign-in service. Leave the organization there; it shows here a moment later.</p>
  if (figures.onlyOwnerOf.length > 0) {
    return (
      <Notice tone="warn" className="mt-4" title={`You are the only owner of ${named(figures.onlyOwnerOf)}`}>
        A school cannot be without one. Make someone else an owner under People first.
      </Notice>
    )
  }
  return <LeaveForm {...view} />
}

/** Says what will happen before it does; opening it is the first of two steps, and works without script. */
function LeaveForm({ school, figures, daysToReconsider }: OwnDataView) {
  return (
    <>
      <dl className={cn('mt-4 grid gap-x-8 gap-y-5 text-[0.9375rem]', school && 'sm:grid-cols-2')}>
        <Part title="Deleted">
          <li>{school ? 'your place at the school and your profile there' : 'your account, your profiles and every place you signed in'}</li>
          {figures.courses > 0 ? <li>access to {count(figures.courses, 'course', 'courses')}</li> : null}
          {figures.lessons > 0 ? <li>progress in {count(figures.lessons, 'lesson', 'lessons')}</li> : null}
          {school ? null : <li>files that no lesson shows, and mails to you</li>}
        </Part>
        <Part title="Kept, because the law asks for it">
          {figures.orders > 0 ? (
            <li>
              {count(figures.orders, 'order', 'orders')} with {figures.orders === 1 ? 'its' : 'their'} entries in the books{school ? '' : ', without your name and address'}
            </li>
          ) : (
            <li>nothing: you bought nothing</li>
          )}
        </Part>
      </dl>
      <p className="mt-5 text-[0.9375rem] text-ink-2">It happens in {daysToReconsider} days. Until then everything works as before and you can change your mind; after that nobody can bring it back.</p>
      <details className="group mt-4">
        <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">{school ? `Leave ${school} …` : 'Delete my account …'}</summary>
        <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <Button type="submit" variant="danger" name="intent" value="leave">
            Yes, {school ? 'leave' : 'delete it'} in {daysToReconsider} days
          </Button>
          <a href="?" className="link text-sm text-ink-2">
            Keep as it is
          </a>
        </form>
      </details>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{title}</dt>
      <dd>
        <ul className="mt-1.5 grid gap-1.5 text-ink-2 [&>li]:flex [&>li]:gap-3 [&>li]:before:mt-2.5 [&>li]:before:size-1 [&>li]:before:shrink-0 [&>li]:before:rounded-full [&>li]:before:bg-ink-3">{children}</ul>
      </dd>
    </div>
  )
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function named(schools: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(schools)
}
