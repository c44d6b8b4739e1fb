import type { MemberRole } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'

const ours: readonly string[] = ['owner', 'instructor', 'assistant', 'student', 'guardian'] satisfies MemberRole[]

/**
 * The role that a role at Clerk means here. Clerk knows no owner: of its admins, whoever made the organization is one.
 *
 * @param role such as `org:admin`, `org:member`, or a role of the installation's own named like one of ours
 */
export function roleOfClerk(role: string, isCreator: boolean): MemberRole {
  const word = role.replace(/^org:/, '')
  if (word === 'admin') return isCreator ? 'owner' : 'admin'
  if (ours.includes(word)) return word as MemberRole
  if (word !== 'member') log.warn({ role }, 'a role at Clerk that means nothing here: its holder is a student')
  return 'student'
}
