import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** What a mail says of a course that was bought, as the school calls its courses. */
export const en = ({ course }: Wording) => ({
  term: capital(course.one),
  thanks: `Thank you. The ${course.one} is yours`,
  left: `The ${course.one} has left your library. What you wrote and reached in it is kept, should you come back.`,
  kept: `You keep the ${course.one}.`,
  begin: 'Start learning',
})
