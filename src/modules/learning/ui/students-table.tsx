import { Users } from 'lucide-react'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import type { StudentProgress } from '../teaching/teaching.schema.ts'
import { TimeAgo } from './time-ago.tsx'

type StudentsTableProps = { students: readonly StudentProgress[]; courseTitle: string; now: string; zone: string; locale: string }

/** A course's students under each other: who, how far, at which lesson, when last. */
export function StudentsTable({ students, courseTitle, now, zone, locale }: StudentsTableProps) {
  const { student } = useEnglishWording()
  const columns: Column<StudentProgress>[] = [
    {
      key: 'name',
      header: capital(student.one),
      names: true,
      cell: ({ name, status, completedAt }) => (
        <span className="flex items-center gap-2.5">
          <span className="truncate font-medium">{name}</span>
          {status === 'ended' ? <Chip>Access ended</Chip> : completedAt ? <Chip tone="good">Finished</Chip> : null}
        </span>
      ),
    },
    {
      key: 'progress',
      header: 'Progress',
      cell: ({ name, percent, completedCount, lessonCount }) => (
        <span className="flex items-center gap-3">
          <ProgressBar label={`Progress of ${name}`} share={lessonCount > 0 ? completedCount / lessonCount : 0} valueText={`${completedCount} of ${lessonCount} lessons`} className="w-28" />
          <span className="w-10 text-right font-medium tabular-nums">{percent}%</span>
          <span className="text-ink-3 tabular-nums max-lg:hidden">
            {completedCount} of {lessonCount}
          </span>
        </span>
      ),
    },
    { key: 'lesson', header: 'At', cell: ({ lastLessonTitle }) => <span className="text-ink-2">{lastLessonTitle ?? 'Not begun'}</span> },
    {
      key: 'seen',
      header: 'Last seen',
      cell: ({ lastSeenAt }) => (lastSeenAt ? <TimeAgo iso={lastSeenAt} now={now} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> : <span className="text-ink-3">Never</span>),
    },
    { key: 'since', header: 'Since', align: 'end', cell: ({ startedAt }) => <When iso={startedAt} zone={zone} locale={locale} show="day" className="whitespace-nowrap text-ink-2" /> },
  ]
  return (
    <Table
      caption={`${capital(student.many)} of ${courseTitle}`}
      columns={columns}
      rows={students}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={
        <EmptyState icon={Users} title={`No ${student.many} yet`}>
          Whoever buys or begins {courseTitle} appears here, with how far they are.
        </EmptyState>
      }
    />
  )
}
