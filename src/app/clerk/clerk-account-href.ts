import type { ClerkConfig } from '#platform/config/clerk-config.ts'

/**
 * Where Clerk lets people change their password, passkeys and second factor: the page of its Account Portal, whose host
 * follows from that of the Frontend API.
 *
 * @returns null for a host of neither of Clerk's two forms, such as a stand-in's
 * @see https://clerk.com/docs/guides/account-portal/overview
 */
export function clerkAccountHref({ frontendHost }: Pick<ClerkConfig, 'frontendHost'>): string | null {
  const development = /^([\w-]+)\.clerk\.accounts\.dev$/.exec(frontendHost)?.[1]
  if (development) return `https://${development}.accounts.dev/user`

  const live = /^clerk\.((?:[\w-]+\.)+[a-z]{2,})$/.exec(frontendHost)?.[1]
  return live ? `https://accounts.${live}/user` : null
}
