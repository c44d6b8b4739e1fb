import { Logger } from 'graphile-worker'
import { log } from '#platform/log/log.ts'

/** The queue's own words in our log. Each job it takes is a debug line there: what a job did, the job says itself. */
export const workerLog = new Logger(() => (level, message) => {
  if (level === 'error') log.error({ from: 'queue' }, message)
  else if (level === 'warning') log.warn({ from: 'queue' }, message)
  else log.debug({ from: 'queue' }, message)
})
