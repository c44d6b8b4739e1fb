import { Chip } from '#ui/chip.tsx'
import type { CourseStatus } from '../../course-words.ts'
import { builderWords } from '../words/builder-words.ts'

const tones = { draft: 'neutral', published: 'good', unlisted: 'warn' } as const

/** Where a course stands, in a word. */
export function CourseStatusChip({ status }: { status: CourseStatus }) {
  return <Chip tone={tones[status]}>{builderWords()[status]}</Chip>
}
