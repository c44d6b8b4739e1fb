import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** The sentences about people that name what the school has. */
export const en = ({ course, instructor, student }: Wording) => ({
  adminText: `${capital(course.many)}, prices, people, orders and refunds; not payouts.`,
  instructorText: `Builds ${course.many} and sees how ${student.many} get on.`,
  guardianText: `Looks after a ${student.one}. Has no access to the studio.`,
  appear: `${capital(student.many)} appear as soon as they take a ${course.one}; ${instructor.many} when you invite them.`,
})
