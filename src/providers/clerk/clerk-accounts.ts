import type { User } from '@clerk/backend'
import type { AccountFacts } from '#modules/identity/ports.ts'
import type { ClerkClient } from './clerk-client.ts'
import { hasCode, isMissing } from './translate-clerk-fault.ts'

/** What Clerk knows of a person. @returns null when there is no such person any more */
export async function fetchAccount(clerk: ClerkClient, subject: string): Promise<AccountFacts | null> {
  try {
    return accountOf(await clerk.ask((sdk) => sdk.users.getUser(subject)))
  } catch (fault) {
    if (isMissing(fault)) return null
    throw fault
  }
}

/** Clerk keeps first and last names; what people type is one. */
export async function renameAccount(clerk: ClerkClient, subject: string, name: string): Promise<void> {
  await clerk.ask((sdk) => sdk.users.updateUser(subject, partsOf(name)))
}

/** Clerk tells of the deletion by its webhook, as of every other. */
export async function removeAccount(clerk: ClerkClient, subject: string): Promise<void> {
  try {
    await clerk.ask((sdk) => sdk.users.deleteUser(subject))
  } catch (fault) {
    if (!isMissing(fault)) throw fault
  }
}

/**
 * The account whose owner proved this address, made now when there is none. Clerk takes the address of an account
 * that we make as proven; the one who is given the way in is the mailbox, so it is.
 *
 * @returns Clerk's id
 */
export async function ensureAccount(clerk: ClerkClient, email: string, name: string | undefined): Promise<string> {
  const found = await findByEmail(clerk, email)
  if (found) return found
  try {
    return await make(clerk, email, name)
  } catch (fault) {
    // Somebody made it in this very moment.
    const other = hasCode(fault, 'form_identifier_exists') ? await findByEmail(clerk, email) : null
    if (other) return other
    throw fault
  }
}

async function findByEmail(clerk: ClerkClient, email: string): Promise<string | null> {
  const { data } = await clerk.ask((sdk) => sdk.users.getUserList({ emailAddress: [email], limit: 10 }))
  const owner = data.find(({ emailAddresses }) =>
    emailAddresses.some((one) => one.emailAddress.toLowerCase() === email.toLowerCase() && one.verification?.status === 'verified'),
  )
  return owner?.id ?? null
}

async function make(clerk: ClerkClient, email: string, name: string | undefined): Promise<string> {
  const create = (parts: object) => clerk.ask((sdk) => sdk.users.createUser({ emailAddress: [email], skipPasswordRequirement: true, ...parts }))
  try {
    return (await create(name ? partsOf(name) : {})).id
  } catch (fault) {
    // An instance may keep no names; ours stays in our own row then.
    if (!hasCode(fault, 'form_param_unknown')) throw fault
    return (await create({})).id
  }
}

function partsOf(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/)
  return { firstName, lastName: rest.join(' ') }
}

/** What the SDK says of a person. The address is the primary one, never the first of the list: people keep several, and some keep none. */
export function accountOf(user: User): AccountFacts {
  const primary = user.primaryEmailAddressId ? user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId) : undefined
  return {
    subject: user.id,
    name: [user.firstName, user.lastName].filter(Boolean).join(' ').trim() || (user.username ?? ''),
    email: primary?.emailAddress.trim() || null,
    isEmailVerified: primary?.verification?.status === 'verified',
    imageUrl: user.imageUrl || null,
    updatedAt: new Date(user.updatedAt),
  }
}
