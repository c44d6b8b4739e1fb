import type { SystemCtx } from '#platform/ctx.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { writeLanguage } from './viewer.queries.ts'

/** Keeps the language in which a user wants to read and be written to, on every device and in every school. */
export async function keepLanguage(ctx: Pick<SystemCtx, 'inSystem'>, userId: string, language: Language): Promise<void> {
  await ctx.inSystem((tx) => writeLanguage(tx, userId, language))
}
