import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import type { MemberRole } from '#platform/ctx.ts'

/** What each role is called at this kind of school, and what it may do, in one line. */
export function useRoleWords(): Record<MemberRole, { label: string; text: string }> {
  const { course, instructor, student } = useEnglishWording()
  return {
    owner: { label: 'Owner', text: 'Everything, payouts and other owners included.' },
    admin: { label: 'Administrator', text: `${capital(course.many)}, prices, people, orders and refunds; not payouts.` },
    instructor: { label: capital(instructor.one), text: `Builds ${course.many} and sees how ${student.many} get on.` },
    assistant: { label: 'Assistant', text: 'Sees people, their addresses and their progress.' },
    student: { label: capital(student.one), text: 'Learns. Has no access to the studio.' },
    guardian: { label: 'Guardian', text: `Looks after a ${student.one}. Has no access to the studio.` },
  }
}

/** Marks who runs the school. */
export function roleTone(role: MemberRole): 'brand' | 'neutral' {
  return role === 'owner' || role === 'admin' ? 'brand' : 'neutral'
}
