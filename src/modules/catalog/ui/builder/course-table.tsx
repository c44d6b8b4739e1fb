import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Money } from '#ui/money.tsx'
import { Table } from '#ui/table.tsx'
import type { CourseStatus } from '../../course-words.ts'
import { Cover } from '../cover.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { CourseStatusChip } from './course-status.tsx'

type CourseLine = {
  id: string
  title: string
  subject: string
  status: CourseStatus
  lessonCount: number
  studentCount: number
  price: { cents: number; currency: string } | null
}

type CourseTableProps = { courses: readonly CourseLine[]; base: string; locale: string; brand: string; empty: ReactNode; className?: string }

/** The courses of a school as those who build them see them. */
export function CourseTable({ courses, base, locale, brand, empty, className }: CourseTableProps) {
  const kind = useBuilderKind()
  const said = builderWords()
  const words = useWording()
  return (
    <div className={className}>
      <Table
        caption={capital(words.course.many)}
        rows={courses}
        rowKey={(course) => course.id}
        empty={
          <EmptyState icon={BookOpen} title={kind.noCourses} action={empty}>
            {kind.madeOf}
          </EmptyState>
        }
        columns={[
          { key: 'title', header: capital(words.course.one), names: true, cell: (course) => <Title course={course} base={base} brand={brand} /> },
          { key: 'status', header: said.status, cell: (course) => <CourseStatusChip status={course.status} /> },
          { key: 'lessons', header: capital(words.lesson.many), align: 'end', cell: (course) => course.lessonCount },
          { key: 'students', header: capital(words.student.many), align: 'end', cell: (course) => course.studentCount },
          { key: 'price', header: said.price, align: 'end', cell: (course) => <Price course={course} locale={locale} /> },
        ]}
      />
    </div>
  )
}

function Title({ course, base, brand }: { course: CourseLine; base: string; brand: string }) {
  return (
    <span className="flex items-center gap-3.5">
      <span className="w-14 shrink-0 overflow-hidden rounded-sm">
        <Cover courseId={course.id} subject={course.subject} brand={brand} className="aspect-4/3" />
      </span>
      <a href={`${base}/studio/courses/${course.id}`} className="touch text-[0.9375rem] font-medium text-ink hover:text-brand-strong">
        {course.title}
      </a>
    </span>
  )
}

function Price({ course, locale }: { course: CourseLine; locale: string }) {
  const words = builderWords()
  if (!course.price) return <span className="text-ink-3">{words.noneYet}</span>
  return course.price.cents === 0 ? <>{words.free}</> : <Money cents={course.price.cents} currency={course.price.currency.toUpperCase()} locale={locale} short />
}
