/** Settings that an example left as they stand there. */
export interface Dummies {
  /** The environment without them. */
  env: NodeJS.ProcessEnv
  /** Their names, in the order of the environment. */
  names: string[]
}

/** What is ours to judge; the shell has other variables, which are nobody's business here. */
const ours = /^(DATABASE_|CLERK_|PUBLIC_CLERK_|NEXT_PUBLIC_|SUPABASE_|INNGEST_|STRIPE_|RESEND_|SMTP_|S3_|APP_SECRET$|CRON_SECRET$)/

const shapes = [
  // sk_test_... and postgresql://...
  /(\.\.\.|…)$/,
  // your_clerk_secret_key, your-domain.com
  /^(https?:\/\/)?your[-_]/i,
  // [project-ref], <password>; an address of IPv6 stands in brackets too, and has colons there.
  /\[[a-z][\w -]*\]|<[a-z][\w -]*>/i,
  /^postgres(ql)?:\/\/(username|user):password@/i,
  /^prod_key_from_inngest$/,
]

/**
 * Sets aside what is no value but a place for one: the examples of guides can then be used as they stand, and what they
 * leave open is off instead of broken.
 *
 * @param env by the names of `.env.example`; it stays as it is
 * @example
 * setDummiesAside({ CLERK_SECRET_KEY: 'sk_test_...' }) // { env: {}, names: ['CLERK_SECRET_KEY'] }
 */
export function setDummiesAside(env: NodeJS.ProcessEnv): Dummies {
  const names = Object.keys(env).filter((name) => ours.test(name) && isDummy(env[name] ?? ''))
  return { env: Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name))), names }
}

function isDummy(value: string): boolean {
  return shapes.some((shape) => shape.test(value.trim()))
}
