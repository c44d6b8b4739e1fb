/** Where a job can stand: `retrying` failed and comes again, `failed` was given up. */
export const jobStates = ['queued', 'running', 'retrying', 'failed'] as const
export type JobState = (typeof jobStates)[number]
