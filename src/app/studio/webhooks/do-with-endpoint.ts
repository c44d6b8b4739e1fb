import { endOverlap, removeEndpoint, rotateSecret, sendMissedAgain, sendTest, switchEndpoint } from '#modules/webhooks/index.ts'
import { sendAgainForm } from '#modules/webhooks/deliveries/send-again.schema.ts'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { parseForm } from '../../parse-form.ts'

/** What the page says afterwards: a new secret, or which word of it. */
type Done = { secret: string } | Record<'state', string>

/**
 * Does what a button of the endpoint's page asks for.
 *
 * @throws InvalidInput for a word that no button sends
 */
export async function doWithEndpoint(ctx: TenantCtx & { config: { appSecret: string } }, id: string, form: FormData): Promise<Done> {
  switch (form.get('intent')) {
    case 'test':
      await sendTest(ctx, id)
      return { state: 'tested' }
    case 'on':
    case 'off': {
      const state = form.get('intent') === 'on' ? 'on' : 'off'
      await switchEndpoint(ctx, id, state)
      return { state }
    }
    case 'rotate':
      return { secret: await rotateSecret(ctx, id) }
    case 'end-overlap':
      await endOverlap(ctx, id)
      return { state: 'overlap-ended' }
    case 'remove':
      await removeEndpoint(ctx, id)
      return { state: 'removed' }
    case 'send-missed': {
      const { hours } = parseForm(sendAgainForm, form)
      const sent = { state: 'sent', sent: String(await sendMissedAgain(ctx, { endpointId: id, hours })) }
      return sent
    }
    default:
      throw new InvalidInput({}, webhookPageWords().buttonUnknown)
  }
}
