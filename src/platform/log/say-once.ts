/** So many subjects are remembered; beyond that all are forgotten, and something may be said once too often. */
const subjectsMax = 10_000

/**
 * Makes a line of the log that comes with every one of many events come once in a while for each of its subjects: a
 * crowd of events about one thing is no crowd of news. Each process has its own memory of it.
 *
 * @param everyMs how long a subject is quiet after it was named
 * @returns whether it is time to name this subject, now
 * @example
 * const isTimeToSay = sayOnce(3_600_000)
 * if (isTimeToSay(schoolId, ctx.clock.now())) log.warn({ school: schoolId }, 'a school has no owner')
 */
export function sayOnce(everyMs: number): (subject: string, now: Date) => boolean {
  const saidAt = new Map<string, number>()
  return (subject, now) => {
    const last = saidAt.get(subject)
    if (last !== undefined && now.getTime() - last < everyMs) return false
    if (saidAt.size >= subjectsMax) saidAt.clear()
    saidAt.set(subject, now.getTime())
    return true
  }
}
