import type { ReactNode } from 'react'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { When } from '#ui/when.tsx'
import type { EndpointView } from './webhook-views.ts'

/** What changes an endpoint for long: its secret, whether it is on, its end. Each says what will happen first. */
export function EndpointDeeds({ endpoint, locale, zone }: { endpoint: EndpointView; locale: string; zone: string }) {
  const words = webhookPageWords()
  const all = endpoint.pending + endpoint.delivered + endpoint.failed + endpoint.held
  return (
    <div className="mt-12 grid gap-9 border-t pt-6">
      <section>
        <SectionHeader title={words.secret} />
        {endpoint.overlapUntil ? (
          <>
            <p className="text-[0.9375rem] text-ink-2">
              {words.wasChangedUntil}{' '}<When iso={endpoint.overlapUntil} zone={zone} locale={locale} />{' '}{words.oldSignsToo}
            </p>
            <form method="post" className="mt-4">
              <Button type="submit" name="intent" value="end-overlap">
                {words.onlyNewSigns}
              </Button>
            </form>
          </>
        ) : (
          <p className="text-[0.9375rem] text-ink-2">{words.secretText}</p>
        )}
        <Asked open={words.newSecretEllipsis} yes={words.yesNewSecret} intent="rotate" danger={false}>
          {endpoint.overlapUntil
            ? words.newSecretEndsLast
            : words.newSecretText}
        </Asked>
      </section>
      {endpoint.state === 'on' ? (
        <section>
          <SectionHeader title={words.switchOff} />
          <p className="text-[0.9375rem] text-ink-2">
            {endpoint.pending === 0 ? words.nothingOnWay : words.pendingHeld(endpoint.pending)}{' '}{words.whileOff}
          </p>
          <form method="post" className="mt-4">
            <Button type="submit" name="intent" value="off">
              {words.switchOff}
            </Button>
          </form>
        </section>
      ) : null}
      <section>
        <SectionHeader title={words.remove} />
        <p className="text-[0.9375rem] text-ink-2">
          {words.goesWithLog(all)}
        </p>
        <Asked open={words.removeEllipsis} yes={words.yesRemove} intent="remove" danger />
      </section>
    </div>
  )
}

/** Opening it is the first of two steps, and works without script. */
function Asked({ open, yes, intent, danger, children }: { open: string; yes: string; intent: string; danger: boolean; children?: ReactNode }) {
  return (
    <details className="group mt-4">
      <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">{open}</summary>
      {children ? <p className="mb-3 text-[0.9375rem] text-ink-2">{children}</p> : null}
      <form method="post" className="flex flex-wrap items-center gap-2.5">
        <Button type="submit" variant={danger ? 'danger' : 'plain'} name="intent" value={intent}>
          {yes}
        </Button>
        <a href="?" className="link text-sm text-ink-2">
          {webhookPageWords().keepAsIs}
        </a>
      </form>
    </details>
  )
}
