/** The look and the word of each state of an event or a job. */
export const stateWords: Record<string, { label: string; tone: 'neutral' | 'good' | 'warn' | 'bad' }> = {
  completed: { label: 'Completed', tone: 'good' },
  pending: { label: 'Pending', tone: 'neutral' },
  waiting: { label: 'Waiting', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
  queued: { label: 'Queued', tone: 'neutral' },
  running: { label: 'Running', tone: 'good' },
  retrying: { label: 'Retrying', tone: 'warn' },
}

const doorWords: Record<string, string> = {
  webhook: 'a webhook',
  'first-request': 'their first request',
  sync: 'POST /api/users/sync',
  purchase: 'a purchase',
  reconcile: 'a reconciliation',
}

/** Through which door somebody came, in words. */
export function doorWord(door: string | null): string {
  return door === null ? 'a door that was not noted yet' : (doorWords[door] ?? door)
}

/** A length of time, short: 4 ms, 1.2 s, 3 min, 5 h, 2 d. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`
}

/** A share in percent; an em dash where there is nothing to divide. Never rounded up to 100 while something is missing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '—'
  const percent = Math.floor((part / whole) * 1000) / 10
  return `${percent.toFixed(percent === 100 || percent === 0 ? 0 : 1)}%`
}

/** A count with its word: "1 event", "12 events". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
