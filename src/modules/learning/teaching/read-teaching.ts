import type { TenantCtx } from '#platform/ctx.ts'
import { holdsPermission, requirePermission } from '#modules/tenancy/index.ts'
import { coursePercent, isPlayed, watchedShare, type LessonKind } from '../progress/completion.ts'
import { listLearningNow, readSetUpFacts, readTeachingFigures, type LearningNowRow } from './overview.queries.ts'
import { nameStudents } from './name-students.ts'
import { readMonthRevenue } from './revenue.queries.ts'
import { setUpFaults, setUpSteps, type SetUpFault, type SetUpStep } from './set-up-steps.ts'
import type { LearningNow, MonthRevenue, TeachingFigures } from './teaching.schema.ts'

const learningNowMax = 8

/** What the studio's first page says about learning and about how the school is set up. */
export interface Teaching {
  figures: TeachingFigures
  learningNow: LearningNow[]
  /** Null for roles that do not keep the books. */
  revenue: MonthRevenue | null
  /** The way of a new school; null for roles that do not run it. */
  steps: SetUpStep[] | null
  /** What is set up wrongly, for those who run the school. */
  faults: SetUpFault[]
}

/**
 * Reads the figures of learning, who is at a lesson, and for those who run the school how far it is set up.
 *
 * @param input.timeZone IANA name of the school's zone: its months begin at its midnight
 * @param input.arePaymentsOn whether the installation has a payment provider
 * @throws NotFound for strangers; NotAllowed without `progress.read`
 */
export async function readTeaching(ctx: TenantCtx, input: { timeZone: string; arePaymentsOn: boolean }): Promise<Teaching> {
  const { organizationId } = ctx
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'progress.read')

    const moment = { organizationId, timeZone: input.timeZone, now: ctx.clock.now() }
    const facts = holdsPermission(role, 'school.manage') ? await readSetUpFacts(tx, organizationId) : null
    return {
      figures: await readTeachingFigures(tx, moment),
      revenue: holdsPermission(role, 'orders.read') ? await readMonthRevenue(tx, moment) : null,
      learningNow: (await nameStudents(tx, await listLearningNow(tx, organizationId, learningNowMax))).map(showLearning),
      steps: facts && setUpSteps(facts, input.arePaymentsOn),
      faults: facts ? setUpFaults(facts, input.arePaymentsOn) : [],
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
