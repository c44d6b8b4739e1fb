import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { EnrolmentWasBought } from '../errors.ts'
import { libraryWords } from '../ui/words/library-words.ts'
import { publishEnrolment } from './apply-heard-orders.ts'
import { endGiven, findEnrolmentById, isCourseToGive, writeGivenEnrolment, type Enrolment } from './enrolment-list.queries.ts'
import { lockHolder } from './enrolments.queries.ts'

/**
 * Lets one of the school's people into a course, without an order. Who may learn it already keeps what they have; what
 * had ended goes on where it was.
 *
 * @returns the enrolment, and whether it was opened now
 * @throws NotFound for strangers, NotAllowed without `enrolments.manage`
 * @throws InvalidInput beside `courseId` for a course that is not open, beside `userId` for somebody who is not of the school
 */
export async function giveEnrolment(ctx: TenantCtx, input: { courseId: string; userId: string }): Promise<{ enrolment: Enrolment; isNew: boolean }> {
  const words = libraryWords()
  const { organizationId } = ctx
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'enrolments.manage')
    if (!(await isCourseToGive(tx, organizationId, input.courseId))) throw new InvalidInput({ courseId: words.noSuchCourse })

    const holder = { organizationId, ...input }
    await lockHolder(tx, holder)
    const given = await writeGivenEnrolment(tx, { id: ctx.ids.next(), ...input })
    if (!given) throw new InvalidInput({ userId: words.doesNotBelong })

    const enrolment = await findEnrolmentById(tx, organizationId, given.enrolment)
    if (!enrolment) throw new NotFound(`the enrolment ${given.enrolment} that was given is not to be seen`)
    if (given.is_new) await publishEnrolment(tx, holder)
    return { enrolment, isNew: given.is_new }
  })
}

/**
 * Takes a course back that was given or begun for nothing; what was learned stays for the day it is given again. One
 * that ended already stays as it is.
 *
 * @throws NotFound, NotAllowed without `enrolments.manage`
 * @throws EnrolmentWasBought for one that was paid for
 */
export async function endGivenEnrolment(ctx: TenantCtx, enrolmentId: string): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'enrolments.manage')
    const found = await findEnrolmentById(tx, ctx.organizationId, enrolmentId)
    if (!found) throw new NotFound(`no enrolment ${enrolmentId}`)

    const holder = { organizationId: ctx.organizationId, courseId: found.courseId, userId: found.userId }
    await lockHolder(tx, holder)
    if (await endGiven(tx, enrolmentId)) return publishEnrolment(tx, holder)
    if ((await findEnrolmentById(tx, ctx.organizationId, enrolmentId))?.status === 'active') throw new EnrolmentWasBought()
  })
}
