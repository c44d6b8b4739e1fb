import { z } from 'zod'
import { isCronMinute } from './cron.ts'
import type { Emulator } from './emulator.ts'

const cronLine = z.string().refine((line) => {
  try {
    isCronMinute(line, new Date(0))
    return true
  } catch {
    return false
  }
}, 'is no line of a crontab that the emulator understands')

const functionSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(z.union([
    z.strictObject({ event: z.string(), expression: z.string().optional() }),
    z.strictObject({ cron: cronLine, jitter: z.string().optional() }),
  ])).min(1),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.literal('step'),
      name: z.literal('step'),
      runtime: z.strictObject({ type: z.literal('http'), url: z.url() }),
      // Inngest refuses to sync a function that wants more.
      retries: z.strictObject({ attempts: z.number().int().min(0).max(20).optional() }).optional(),
    }),
  }),
})

/** What the SDK sends to `/fn/register`. Whatever else a function asks for is refused, because it would not be done. */
export const registrationSchema = z.object({
  url: z.url(),
  deployType: z.literal('ping'),
  framework: z.string(),
  appName: z.string().min(1),
  functions: z.array(functionSchema).min(1),
  sdk: z.string().regex(/^js:v4\./),
  v: z.literal('0.1'),
})

/** Takes an application's functions in place of those that it registered before. @returns whether anything changed */
export function register({ state }: Emulator, sent: z.output<typeof registrationSchema>): boolean {
  const before = JSON.stringify([...state.functions.values()])
  for (const id of state.functions.keys()) if (id.startsWith(`${sent.appName}-`)) state.functions.delete(id)
  for (const { id, name, triggers, steps } of sent.functions) {
    state.functions.set(id, {
      id,
      name: name ?? id,
      url: steps.step.runtime.url,
      events: triggers.flatMap((one) => ('event' in one ? [{ name: one.event, expression: one.expression }] : [])),
      crons: triggers.flatMap((one) => ('cron' in one ? [one.cron] : [])),
      retries: steps.step.retries?.attempts ?? 3,
    })
  }
  return JSON.stringify([...state.functions.values()]) !== before
}
