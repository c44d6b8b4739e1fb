import type { MemberRole } from '#platform/ctx.ts'

/** What each role is called, and what it may do, in one line. */
export const roleWords: Record<MemberRole, { label: string; text: string }> = {
  owner: { label: 'Owner', text: 'Everything, payouts and other owners included.' },
  admin: { label: 'Administrator', text: 'Courses, prices, people, orders and refunds; not payouts.' },
  instructor: { label: 'Instructor', text: 'Builds courses and sees how students get on.' },
  assistant: { label: 'Assistant', text: 'Sees people, their addresses and their progress.' },
  student: { label: 'Student', text: 'Learns. Has no access to the studio.' },
  guardian: { label: 'Guardian', text: 'Looks after a student. Has no access to the studio.' },
}

/** Marks who runs the school. */
export function roleTone(role: MemberRole): 'brand' | 'neutral' {
  return role === 'owner' || role === 'admin' ? 'brand' : 'neutral'
}
