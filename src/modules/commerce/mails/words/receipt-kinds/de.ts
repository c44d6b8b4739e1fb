import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { manyAfterBei, theAsObject, upperThe } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

export const de = ({ course }: Wording): ReturnType<typeof en> => ({
  term: course.one,
  thanks: `Vielen Dank. ${upperThe(course)} gehört Ihnen`,
  left: `${upperThe(course)} steht nicht mehr bei Ihren ${manyAfterBei(course)}. Was Sie darin geschrieben und erreicht haben, bleibt erhalten, falls Sie wiederkommen.`,
  kept: `Sie behalten ${theAsObject(course)}.`,
  begin: 'Jetzt lernen',
})
