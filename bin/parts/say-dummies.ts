/** What takes the place of settings that were left as an example has them; the first that fits a name. */
const inTheirPlace: [RegExp, string][] = [
  [/^DATABASE_/, 'the embedded database'],
  [/CLERK_(SECRET_KEY|PUBLISHABLE_KEY|JWT_KEY)/, 'the built-in accounts'],
  [/CLERK_WEBHOOK/, 'no webhooks of Clerk are taken'],
  [/INNGEST_/, 'the worker runs the jobs, from the database'],
  [/STRIPE_/, 'a stand-in for Stripe; no money moves'],
  [/RESEND_|SMTP_/, 'mail is kept, and shown at /mailbox'],
  [/S3_/, 'files are kept in the data folder'],
  [/SUPABASE_/, 'not needed: the database is asked directly'],
  [/APP_SECRET/, 'one is made into the data folder'],
]

/**
 * Says which settings are examples and what is so instead. Values are not shown: one of them may be real after all.
 *
 * @param names of the settings
 * @returns lines for a screen
 */
export function sayDummies(names: readonly string[]): string {
  const width = Math.max(...names.map((name) => name.length))
  const lines = names.map((name) => `    ${name.padEnd(width)}  ${inTheirPlace.find(([pattern]) => pattern.test(name))?.[1] ?? 'as if it were not there'}`)
  return `! Not used, because an example left them so:\n${lines.join('\n')}`
}
