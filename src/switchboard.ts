import { endEnrolmentOnRefund, openEnrolmentOnPayment } from '#modules/learning/index.ts'
import { clearAbandonedUploads, removeUploadBytes } from '#modules/files/index.ts'
import { hearBuiltinUser } from '#modules/identity/index.ts'
import { sendMail } from '#modules/messaging/index.ts'
import type { Switchboard } from '#platform/switchboard-types.ts'
import type { AppCtx } from './wiring.ts'

/** One screen: outside event → use case, fact → who hears it, job → what is done, and when. */
export const switchboard: Switchboard<AppCtx> = {
  inbox: {
    builtin: {
      'user.created': hearBuiltinUser('created'),
      'user.updated': hearBuiltinUser('updated'),
      'user.deleted': hearBuiltinUser('deleted'),
    },
    stripe: {},
    'stripe-connect': {},
  },
  events: {
    'order.paid': [openEnrolmentOnPayment],
    'order.refunded': [endEnrolmentOnRefund],
  },
  jobs: {
    'send-mail': sendMail,
    'clear-abandoned-uploads': async (ctx) => {
      await clearAbandonedUploads(ctx, (fileId) => removeUploadBytes(ctx.config.dataDir, fileId))
    },
  },
  cron: ['23 * * * * clear-abandoned-uploads'],
}
