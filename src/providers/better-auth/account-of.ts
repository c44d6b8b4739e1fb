import type { User } from 'better-auth'
import type { AccountFacts } from '#modules/identity/ports.ts'

/** An account as the port tells it. */
export function accountOf(user: Pick<User, 'id' | 'name' | 'email' | 'emailVerified' | 'image'>): AccountFacts {
  return { subject: user.id, name: user.name, email: user.email, isEmailVerified: user.emailVerified, imageUrl: user.image ?? null }
}
