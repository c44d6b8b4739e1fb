import type { Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing, manyAfterBei, theAsObject, toThe, upperThe } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

export const de = ({ course, lesson }: Wording): ReturnType<typeof en> => ({
  myCourses: `Meine ${course.many}`,
  appearsHere: `${agreeing(course, 'Ein', 'Eine', 'Ein')} ${course.one}, ${agreeing(course, 'den', 'die', 'das')} Sie kaufen oder beginnen, erscheint sofort hier, und Sie lernen auf jedem Gerät weiter.`,
  accessEnded: `Ihr Zugang zu ${agreeing(course, 'diesem', 'dieser', 'diesem')} ${course.one} ist beendet`,
  whyEnded: `Das geschieht, wenn ein Kauf zurückgezahlt wird. Was Sie gelernt haben, bleibt erhalten: Wenn Sie ${theAsObject(course)} noch einmal nehmen, geht es dort weiter, wo Sie aufgehört haben.`,
  seeTheCourse: `Z${toThe(course).slice(1)}`,

  seeTheCourses: `${course.many} ansehen`,

  allLessons: (lessonCount) => (lessonCount === 1 ? `${agreeing(lesson, 'Der ganze', 'Die ganze', 'Das ganze')} ${lesson.one}` : `Alle ${lessonCount} ${lesson.many}`),
  stillPrepared: `Die ${lesson.many} entstehen gerade`,
  soonHere: (name) => `Sie erscheinen hier, sobald ${name} sie hinzufügt. ${upperThe(course)} steht schon bei Ihren ${manyAfterBei(course)}.`,
})
