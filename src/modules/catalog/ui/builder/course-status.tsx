import { Chip } from '#ui/chip.tsx'
import type { CourseStatus } from '../../course-words.ts'

const words = {
  draft: { tone: 'neutral', label: 'Draft' },
  published: { tone: 'good', label: 'Published' },
  unlisted: { tone: 'warn', label: 'Unlisted' },
} as const

/** Where a course stands, in a word. */
export function CourseStatusChip({ status }: { status: CourseStatus }) {
  const { tone, label } = words[status]
  return <Chip tone={tone}>{label}</Chip>
}
