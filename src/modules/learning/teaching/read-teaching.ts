import type { TenantCtx } from '#platform/ctx.ts'
import { holdsPermission, requirePermission } from '#modules/tenancy/index.ts'
import { coursePercent, isPlayed, watchedShare, type LessonKind } from '../progress/completion.ts'
import { listLearningNow, readSetUpFacts, readTeachingFigures, type LearningNowRow } from './overview.queries.ts'
import type { LearningNow, SetUpFacts, TeachingFigures } from './teaching.schema.ts'

const learningNowMax = 8

/** What the studio's first page says about learning and about how the school is set up. */
export interface Teaching {
  figures: TeachingFigures
  now: LearningNow[]
  /** Null for roles that do not run the school. */
  setUp: SetUpFacts | null
}

/**
 * Reads the figures of learning, who is at a lesson, and for those who run the school how far it is set up.
 *
 * @param input.timeZone IANA name of the school's zone: its months begin at its midnight
 * @throws NotFound for strangers; NotAllowed without `progress.read`
 */
export async function readTeaching(ctx: TenantCtx, input: { timeZone: string }): Promise<Teaching> {
  const { organizationId } = ctx
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'progress.read')

    return {
      figures: await readTeachingFigures(tx, { organizationId, timeZone: input.timeZone, now: ctx.clock.now() }),
      now: (await listLearningNow(tx, organizationId, learningNowMax)).map(showLearning),
      setUp: holdsPermission(role, 'school.manage') ? await readSetUpFacts(tx, organizationId) : null,
    }
  })
}

function showLearning(row: LearningNowRow): LearningNow {
  const isMeasured = isPlayed(row.kind as LessonKind) && row.durationSeconds !== null
  const lessonPercent = row.isLessonComplete ? 100 : Math.floor(watchedShare(row.watchedSeconds, row.durationSeconds) * 100)
  return {
    enrolmentId: row.enrolmentId,
    name: row.name,
    courseId: row.courseId,
    courseTitle: row.courseTitle,
    lessonTitle: row.lessonTitle,
    percent: isMeasured ? lessonPercent : coursePercent(row.completedCount, row.lessonCount),
    seenAt: row.seenAt.toISOString(),
  }
}
