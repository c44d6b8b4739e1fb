import { redirect } from 'react-router'
import { askForExport, askToLeave, daysToReconsider, linkToExport, readExport, readLeaving, stayAfterAll } from '#modules/privacy/index.ts'
import type { OwnDataView } from '#modules/privacy/ui/own-data.tsx'
import type { OwnScope } from '#modules/tenancy/index.ts'
import { readSentForm } from './read-sent-form.ts'
import type { RequestContext } from './request-context.ts'

type AppOf = RequestContext['app']

/** What the pages about one's own data show, of a school or of the whole account. */
export async function readOwnData(app: AppOf, scope: OwnScope, look: Pick<OwnDataView, 'school' | 'zone' | 'locale'>): Promise<OwnDataView> {
  const copy = await readExport(app.systemCtx, scope)
  const { figures, departure, ...standing } = await readLeaving(app.systemCtx, scope)
  return {
    ...look,
    figures,
    ...standing,
    daysToReconsider,
    departure: departure && { dueAt: departure.dueAt.toISOString(), isHeld: departure.heldAt !== null },
    copy: copy && {
      state: copy.state,
      size: copy.sizeBytes === null ? null : sizeWords(copy.sizeBytes, look.locale),
      leftOut: copy.leftOut,
      expiresAt: copy.expiresAt?.toISOString() ?? null,
      href: copy.state === 'ready' ? await linkToExport(app.systemCtx, scope) : null,
    },
  }
}

/** Does what their forms ask for. @throws the redirect back to the page */
export async function changeOwnData(app: AppOf, scope: OwnScope, request: Request, here: string): Promise<never> {
  const intent = (await readSentForm(request)).get('intent')
  if (intent === 'copy') await askForExport(app.systemCtx, scope)
  if (intent === 'leave') await askToLeave(app.systemCtx, scope)
  if (intent === 'stay') await stayAfterAll(app.systemCtx, scope)
  throw redirect(here, 303)
}

function sizeWords(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)))
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumSignificantDigits: 2 }).format(bytes / 1000 ** step)
}
