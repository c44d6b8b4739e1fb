import { Users } from 'lucide-react'
import { useKindWords } from '#modules/catalog/ui/words/kind-words.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import type { StudentProgress } from '../teaching/teaching.schema.ts'
import { TimeAgo } from './time-ago.tsx'
import { useTeachingKind } from './words/teaching-kind-words.ts'
import { teachingWords } from './words/teaching-words.ts'

type StudentsTableProps = { students: readonly StudentProgress[]; courseTitle: string; now: string; zone: string; locale: string }

/** A course's students under each other: who, how far, at which lesson, when last. */
export function StudentsTable({ students, courseTitle, now, zone, locale }: StudentsTableProps) {
  const kind = useTeachingKind()
  const words = teachingWords()
  const { student } = useWording()
  const { lessonsDoneOf } = useKindWords()
  const columns: Column<StudentProgress>[] = [
    {
      key: 'name',
      header: capital(student.one),
      names: true,
      cell: ({ name, status, completedAt }) => (
        <span className="flex items-center gap-2.5">
          <span className="truncate font-medium">{name}</span>
          {status === 'ended' ? <Chip>{words.accessEnded}</Chip> : completedAt ? <Chip tone="good">{words.finished}</Chip> : null}
        </span>
      ),
    },
    {
      key: 'progress',
      header: words.progress,
      cell: ({ name, percent, completedCount, lessonCount }) => (
        <span className="flex items-center gap-3">
          <ProgressBar label={words.progressOf(name)} share={lessonCount > 0 ? completedCount / lessonCount : 0} valueText={lessonsDoneOf(completedCount, lessonCount)} className="w-28" />
          <span className="w-10 text-right font-medium tabular-nums">{percent}%</span>
          <span className="text-ink-3 tabular-nums max-lg:hidden">
            {words.ofAll(completedCount, lessonCount)}
          </span>
        </span>
      ),
    },
    { key: 'lesson', header: words.at, cell: ({ lastLessonTitle }) => <span className="text-ink-2">{lastLessonTitle ?? words.notBegun}</span> },
    {
      key: 'seen',
      header: words.lastSeen,
      cell: ({ lastSeenAt }) => (lastSeenAt ? <TimeAgo iso={lastSeenAt} now={now} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> : <span className="text-ink-3">{words.never}</span>),
    },
    { key: 'since', header: words.since, align: 'end', cell: ({ startedAt }) => <When iso={startedAt} zone={zone} locale={locale} show="day" className="whitespace-nowrap text-ink-2" /> },
  ]
  return (
    <Table
      caption={kind.studentsOf(courseTitle)}
      columns={columns}
      rows={students}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={
        <EmptyState icon={Users} title={kind.noStudents}>
          {words.whoeverBuys(courseTitle)}
        </EmptyState>
      }
    />
  )
}
