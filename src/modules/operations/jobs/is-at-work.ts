/** A worker writes every five seconds; a queue outside comes by once a minute, under its own name. */
const silentAfterSeconds = { worker: 30, inngest: 150 }

/** Whether somebody who was seen so long ago can be taken for one that works. */
export function isAtWork({ workerId, silentSeconds }: { workerId: string; silentSeconds: number }): boolean {
  return silentSeconds < (workerId === 'inngest' ? silentAfterSeconds.inngest : silentAfterSeconds.worker)
}
