import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

export const de = ({ course, instructor, student }: Wording): ReturnType<typeof en> => ({
  adminText: `${course.many}, Preise, Personen, Bestellungen und Rückzahlungen; keine Auszahlungen.`,
  instructorText: `Baut ${course.many} und sieht, wie die Lernenden vorankommen.`,
  guardianText: `Sorgt für ${agreeing(student, 'einen', 'eine', 'ein')} ${student.one}. Hat keinen Zugang zum Studio.`,
  appear: `${student.many} erscheinen, sobald sie ${agreeing(course, 'einen', 'eine', 'ein')} ${course.one} nehmen; ${instructor.many}, sobald Sie sie einladen.`,
})
