import { Headphones } from 'lucide-react'
import { Avatar } from '#ui/avatar.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import type { LearningNow as Line } from '../teaching/teaching.schema.ts'
import { TimeAgo } from './time-ago.tsx'
import { useTeachingKind } from './words/teaching-kind-words.ts'
import { teachingWords } from './words/teaching-words.ts'

type LearningNowProps = { lines: readonly Line[]; base: string; now: string; zone: string; locale: string }

/** Who was at which lesson last, and how far. */
export function LearningNow({ lines, base, now, zone, locale }: LearningNowProps) {
  const kind = useTeachingKind()
  return (
    <section aria-labelledby="learning-now">
      <SectionHeader title={<span id="learning-now">{teachingWords().latestLearning}</span>} />
      {lines.length === 0 ? (
        <EmptyState icon={Headphones} title={kind.nobodyOpened}>
          {kind.whenDoes}
        </EmptyState>
      ) : (
        <Rows>
          {lines.map(({ enrolmentId, name, courseId, courseTitle, lessonTitle, percent, seenAt }) => (
            <Row
              key={enrolmentId}
              href={`${base}/studio/courses/${courseId}/students`}
              start={<Avatar name={name} />}
              title={name}
              text={
                <span className="block truncate">
                  {lessonTitle} <span className="max-sm:hidden">· {courseTitle}</span>
                </span>
              }
              end={
                <span className="grid w-[7.5rem] gap-1.5 sm:w-32">
                  <span className="flex items-baseline justify-between gap-2 text-[0.8125rem]">
                    <TimeAgo iso={seenAt} now={now} zone={zone} locale={locale} className="whitespace-nowrap text-ink-3" />
                    <span className="font-medium">{percent}%</span>
                  </span>
                  <ProgressBar label={`${name}, ${lessonTitle}`} share={percent / 100} />
                </span>
              }
            />
          ))}
        </Rows>
      )}
    </section>
  )
}
