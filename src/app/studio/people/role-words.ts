import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import type { MemberRole } from '#platform/ctx.ts'
import { usePeopleKind } from '../../words/people-kind-words.ts'
import { peopleWords } from '../../words/people-words.ts'

/** What each role is called at this kind of school, and what it may do, in one line. */
export function useRoleWords(): Record<MemberRole, { label: string; text: string }> {
  const kind = usePeopleKind()
  const words = peopleWords()
  const { instructor, student } = useWording()
  return {
    owner: { label: words.owner, text: words.ownerText },
    admin: { label: words.admin, text: kind.adminText },
    instructor: { label: capital(instructor.one), text: kind.instructorText },
    assistant: { label: words.assistant, text: words.assistantText },
    student: { label: capital(student.one), text: words.studentText },
    guardian: { label: words.guardian, text: kind.guardianText },
  }
}

/** Marks who runs the school. */
export function roleTone(role: MemberRole): 'brand' | 'neutral' {
  return role === 'owner' || role === 'admin' ? 'brand' : 'neutral'
}
