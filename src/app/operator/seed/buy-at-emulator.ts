import { completeCheckout, startCheckout, type SubjectKind } from '#modules/commerce/index.ts'
import type { App } from '../../../wiring.ts'
import type { DemoCtx } from './make-school.ts'
import { payAtEmulator } from './walk-through-emulator.ts'

/** Buys something as one of the cast would, at the emulator's payment page. */
export async function buyAtEmulator(app: App, ctx: DemoCtx, wish: { subjectKind: SubjectKind; subjectId: string; person: { email: string; name: string } }): Promise<void> {
  const { subjectKind, subjectId, person } = wish
  const installation = `${app.config.scheme}://${app.config.baseDomain}`
  const started = await startCheckout(ctx, {
    subjectKind,
    subjectId,
    email: person.email,
    coupon: null,
    token: app.ids.next(),
    address: `demo:${person.email}`,
    doneUrl: () => installation,
    cancelUrl: installation,
  })
  if (started.kind !== 'opened') throw new Error(`${person.email} could not buy ${subjectKind} ${subjectId}: ${started.kind}`)

  const facts = await ctx.payments?.readCheckout(await payAtEmulator(started.url, person))
  if (facts) await ctx.inSystem((tx) => completeCheckout(ctx, tx, facts))
}
