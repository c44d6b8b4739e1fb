import { readSyllabus } from '#modules/catalog/index.ts'
import { listLibrary, markLessonDone, recordWatching } from '#modules/learning/index.ts'
import type { SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { App } from '../../../wiring.ts'
import type { DemoCtx, MadeSchool } from './make-school.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Lets the students practise: each is somewhere else, one has finished, one has not begun. */
export async function makePractice(app: App, { school, made }: { school: SeedSchool; made: MadeSchool }): Promise<void> {
  const students = school.cast.filter(({ role }) => role === 'student')
  for (const [index, student] of students.entries()) {
    const clock = windable(app.clock.now().getTime() - ((index % 5) + 0.1) * day)
    const ctx = made.as(student.key, clock)
    const library = await listLibrary(ctx)
    for (const [nth, { courseId }] of library.entries()) await practise(ctx, { courseId, share: ((index * 37 + nth * 29) % 11) / 10, wind: clock.wind })
  }
}

async function practise(ctx: DemoCtx, plan: { courseId: string; share: number; wind: (ms: number) => void }): Promise<void> {
  const syllabus = await ctx.inTenant(({ tx }) => readSyllabus(tx, plan.courseId))
  const lessons = (syllabus?.sections ?? []).flatMap((section) => section.lessons)
  const done = Math.floor(lessons.length * Math.min(1, plan.share))
  for (const [index, lesson] of lessons.slice(0, done + 1).entries()) {
    const seconds = Math.floor(lesson.durationSeconds ?? 0)
    const watchesAll = index < done
    if (seconds > 0) {
      await recordWatching(ctx, { lessonId: lesson.id, from: 0, to: 0, position: 0 })
      plan.wind(2 * minute)
      const until = watchesAll ? seconds : Math.floor(seconds * 0.4)
      await recordWatching(ctx, { lessonId: lesson.id, from: 0, to: until, position: until })
    } else if (watchesAll) {
      await markLessonDone(ctx, { lessonId: lesson.id })
    }
    plan.wind(3 * minute)
  }
}

/** A clock of the past that is wound by hand. */
function windable(startMs: number): { now(): Date; wind: (ms: number) => void } {
  let now = startMs
  return { now: () => new Date(now), wind: (ms) => { now += ms } }
}
