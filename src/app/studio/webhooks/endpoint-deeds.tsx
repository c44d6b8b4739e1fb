import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { When } from '#ui/when.tsx'
import type { EndpointView } from './webhook-views.ts'

/** What changes an endpoint for long: its secret, whether it is on, its end. Each says what will happen first. */
export function EndpointDeeds({ endpoint, locale, zone }: { endpoint: EndpointView; locale: string; zone: string }) {
  const all = endpoint.pending + endpoint.delivered + endpoint.failed + endpoint.held
  return (
    <div className="mt-12 grid gap-9 border-t pt-6">
      <section>
        <SectionHeader title="Secret" />
        {endpoint.overlapUntil ? (
          <>
            <p className="text-[0.9375rem] text-ink-2">
              It was changed. Until <When iso={endpoint.overlapUntil} zone={zone} locale={locale} /> the one before signs as well, so that your program can change over.
            </p>
            <form method="post" className="mt-4">
              <Button type="submit" name="intent" value="end-overlap">
                Let only the new one sign
              </Button>
            </form>
          </>
        ) : (
          <p className="text-[0.9375rem] text-ink-2">It is kept encrypted and cannot be shown again. A new one takes over from it within a day, without a message getting lost.</p>
        )}
        <Asked open="Give it a new secret …" yes="Yes, give it a new secret" intent="rotate" danger={false}>
          {endpoint.overlapUntil
            ? 'The secret that was shown last signs no more at once; the one before it goes on as said above.'
            : 'The new secret is shown once. The present one signs as well for 24 hours, and then no more.'}
        </Asked>
      </section>
      {endpoint.state === 'on' ? (
        <section>
          <SectionHeader title="Switch off" />
          <p className="text-[0.9375rem] text-ink-2">
            {endpoint.pending === 0 ? 'Nothing is on its way.' : `${endpoint.pending === 1 ? '1 message is' : `${endpoint.pending} messages are`} on their way and will be held.`} What happens while it is off is not told to it, also not
            later.
          </p>
          <form method="post" className="mt-4">
            <Button type="submit" name="intent" value="off">
              Switch off
            </Button>
          </form>
        </section>
      ) : null}
      <section>
        <SectionHeader title="Remove" />
        <p className="text-[0.9375rem] text-ink-2">
          The endpoint goes with its secret and its log{all > 0 ? ` of ${all === 1 ? '1 message' : `${all} messages`}` : ''}. This cannot be undone.
        </p>
        <Asked open="Remove the endpoint …" yes="Yes, remove it" intent="remove" danger />
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
          Keep as it is
        </a>
      </form>
    </details>
  )
}
