import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { ImpossibleReport } from '../errors.ts'
import { isPlayed, isWatched, reachesNextTenth, watchedShare } from './completion.ts'
import { completeLessonOf } from './complete-lesson-of.ts'
import { enterLesson } from './enter-lesson.ts'
import { judgeReport } from './judge-report.ts'
import { beginProgress, noteLastLesson, storeWatching } from './progress.queries.ts'
import { watchingReport, type WatchingReport } from './watching.schema.ts'

/** What a report came to. */
export interface WatchingAnswer {
  /** Nothing is written for those who look at a course they run. */
  kind: 'recorded' | 'preview'
  /** 0 to 1. */
  watchedShare: number
  isLessonComplete: boolean
  isCourseComplete: boolean
}

/**
 * Takes a player's report: the stretch it played, as seconds of the recording, and where it stands. The same report
 * may come twice, late, or beside twenty others: watched seconds only ever grow. From 90% watched on the lesson is
 * complete.
 *
 * @throws InvalidInput for numbers that are none, negative, or longer than a day
 * @throws ImpossibleReport when it claims more than has passed since the last one
 * @throws SignInRequired, NotFound see `enterLesson`
 */
export async function recordWatching(ctx: TenantCtx, input: WatchingReport): Promise<WatchingAnswer> {
  const read = watchingReport.safeParse(input)
  if (!read.success) throw new InvalidInput(Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])))

  const { lessonId, from, to, position, earlier } = read.data
  return ctx.inTenant(async (opened) => {
    const entered = await enterLesson(ctx, opened, lessonId)
    if (entered.kind === 'preview') return { kind: 'preview', watchedShare: 0, isLessonComplete: false, isCourseComplete: false }

    const { tx } = opened
    const { lesson, enrolment, userId } = entered
    const now = ctx.clock.now()
    const progress = await beginProgress(tx, { organizationId: ctx.organizationId, userId, courseId: lesson.courseId, lessonId }, { id: ctx.ids.next(), at: now })
    const judgement = judgeReport(
      { ranges: [{ from, to }, ...earlier], positionSeconds: position },
      { watched: progress.watched, sinceAt: progress.lastReportAt ?? progress.startedAt, spareSeconds: progress.spareSeconds, durationSeconds: lesson.durationSeconds },
      now,
    )
    if (judgement.kind === 'impossible') throw new ImpossibleReport(judgement.newSeconds, judgement.allowedSeconds)

    await storeWatching(tx, ctx.organizationId, progress.id, { ...judgement, reportedAt: now })
    await noteLastLesson(tx, { organizationId: ctx.organizationId, enrolmentId: enrolment.enrolmentId, lessonId, seenAt: now })
    const share = watchedShare(judgement.watchedSeconds, lesson.durationSeconds)
    const before = watchedShare(progress.watchedSeconds, lesson.durationSeconds)
    if (reachesNextTenth(before, share) || progress.lastReportAt === null) await publishLive(tx, { organizationId: ctx.organizationId, name: 'progress' })

    const isComplete = progress.completedAt !== null || (isPlayed(lesson.kind) && isWatched(judgement.watchedSeconds, lesson.durationSeconds))
    const isCourseComplete = isComplete ? await completeLessonOf(ctx, tx, { lesson, enrolment, userId, progressId: progress.id }, 'watched') : false
    return { kind: 'recorded', watchedShare: share, isLessonComplete: isComplete, isCourseComplete }
  })
}
