import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { When } from '#ui/when.tsx'
import type { LeavingFigures } from '../export/own-data.schema.ts'
import { ownDataWords } from './words/own-data-words.ts'

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
  const words = ownDataWords()
  return (
    <div className="grid gap-11">
      <section aria-labelledby="copy-title">
        <h2 id="copy-title" className="text-base font-semibold">
          {words.copyOfData}
        </h2>
        <CopyPart {...view} />
      </section>
      {view.isMember ? (
        <section aria-labelledby="leave-title" className="border-t pt-8">
          <h2 id="leave-title" className="text-base font-semibold">
            {view.school ? words.leave(view.school) : words.deleteAccount}
          </h2>
          <LeavePart {...view} />
        </section>
      ) : null}
    </div>
  )
}

function CopyPart({ school, copy, zone, locale }: OwnDataView) {
  const words = ownDataWords()
  if (copy?.state === 'ready' && copy.href && copy.expiresAt) {
    return (
      <>
        <p className="mt-2 text-[0.9375rem] text-ink-2">
          {words.readyUntil} <When iso={copy.expiresAt} zone={zone} locale={locale} show="day" />
          {words.thenDeleted}
          {copy.leftOut > 0 ? ` ${words.leftOut(copy.leftOut)}` : ''}
        </p>
        <ButtonLink href={copy.href} className="mt-4">
          <Icon of={Download} />
          {words.download(copy.size ?? '')}
        </ButtonLink>
      </>
    )
  }
  if (copy) return <Notice title={words.copyIsMade} className="mt-4">{words.copyIsMadeText}</Notice>

  return (
    <>
      <p className="mt-2 text-[0.9375rem] text-ink-2">{words.whatIsKnown(school)}</p>
      <form method="post" className="mt-4">
        <Button type="submit" name="intent" value="copy">
          {words.makeCopy}
        </Button>
      </form>
    </>
  )
}

function LeavePart(view: OwnDataView) {
  const words = ownDataWords()
  const { school, departure, figures, isKeptElsewhere, zone, locale } = view
  if (departure) {
    return (
      <Notice
        tone="warn"
        className="mt-4"
        title={
          <>
            {school ? words.leaveOn(school) : words.deletedOn} <When iso={departure.dueAt} zone={zone} locale={locale} show="day" />
          </>
        }
        action={
          <form method="post">
            <Button type="submit" name="intent" value="stay">
              {school ? words.stay : words.keepAccount}
            </Button>
          </form>
        }
      >
        {departure.isHeld ? words.wasHeld(named(figures.onlyOwnerOf)) : words.asBefore}
      </Notice>
    )
  }
  if (isKeptElsewhere) return <p className="mt-2 text-[0.9375rem] text-ink-2">{words.keptElsewhere}</p>
  if (figures.onlyOwnerOf.length > 0) {
    return (
      <Notice tone="warn" className="mt-4" title={words.onlyOwner(named(figures.onlyOwnerOf))}>
        {words.onlyOwnerText}
      </Notice>
    )
  }
  return <LeaveForm {...view} />
}

/** Says what will happen before it does; opening it is the first of two steps, and works without script. */
function LeaveForm({ school, figures, daysToReconsider }: OwnDataView) {
  const words = ownDataWords()
  return (
    <>
      <dl className={cn('mt-4 grid gap-x-8 gap-y-5 text-[0.9375rem]', school && 'sm:grid-cols-2')}>
        <Part title={words.deleted}>
          <li>{school ? words.yourPlace : words.yourAccount}</li>
          {figures.courses > 0 ? <li>{words.accessTo(figures.courses)}</li> : null}
          {figures.lessons > 0 ? <li>{words.progressIn(figures.lessons)}</li> : null}
          {school ? null : <li>{words.filesAndMails}</li>}
        </Part>
        <Part title={words.keptByLaw}>
          <li>{figures.orders === 0 ? words.nothingKept : school ? words.ordersKept(figures.orders) : words.ordersKeptNameless(figures.orders)}</li>
        </Part>
      </dl>
      <p className="mt-5 text-[0.9375rem] text-ink-2">{words.happensIn(daysToReconsider)}</p>
      <details className="group mt-4">
        <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">{school ? words.leaveStep(school) : words.deleteStep}</summary>
        <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <Button type="submit" variant="danger" name="intent" value="leave">
            {school ? words.yesLeave(daysToReconsider) : words.yesDelete(daysToReconsider)}
          </Button>
          <a href="?" className="link text-sm text-ink-2">
            {words.keepAsItIs}
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

function named(schools: readonly string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(schools)
}
