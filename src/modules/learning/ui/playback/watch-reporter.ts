import type { SecondRange } from '../../progress/watched-ranges.ts'
import { addStretch, afterArrival, emptyLog, movePosition, nextReport, retrySeconds, type Report, type WatchLog } from './watch-log.ts'
import { keepWaiting, readWaiting } from './waiting-reports.ts'

/** What the school's answer says. */
export interface ReportAnswer {
  watchedShare: number
  isLessonComplete: boolean
  isCourseComplete: boolean
}

export interface ReporterInput {
  lessonId: string
  /** Where reports of this lesson go. */
  action: string
  learnerKey: string
  onAnswer(answer: ReportAnswer): void
  /** There is nothing at the address any more: access ended, or the lesson is gone. */
  onGone(): void
  /** Whether reports arrive; said when it changes. */
  onLine?(isOpen: boolean): void
}

export interface WatchReporter {
  played(stretch: SecondRange): void
  moved(positionSeconds: number): void
  /** Sends what there is. */
  flush(): void
  /** Sends what there is and stops; what does not arrive waits for the next visit. */
  close(): void
}

/** Seconds between reports while playing. */
const everySeconds = 5

type Fate = 'arrived' | 'failed' | 'refused' | 'gone'

/**
 * Tells the school what is watched: every five seconds, at a pause, and when the page goes away. What does not
 * arrive is sent again, also by the next visit, and the same stretch may arrive twice.
 */
export function startReporter(input: ReporterInput): WatchReporter {
  const { lessonId, learnerKey } = input
  const waiting = readWaiting(localStorage, learnerKey)
  let log: WatchLog = { ...emptyLog, pending: waiting[lessonId]?.pending ?? [] }
  let failures = 0
  let restUntil = 0
  let isUnderWay = false
  let isClosed = false

  const keep = () => keepWaiting(localStorage, learnerKey, lessonId, { action: input.action, pending: log.pending, positionSeconds: log.positionSeconds })
  const flush = (isLast = false) => {
    const report = nextReport(log)
    if (!report || (isUnderWay && !isLast)) return

    keep()
    isUnderWay = true
    void send(input.action, lessonId, report, (answer) => isClosed || input.onAnswer(answer)).then((fate) => {
      isUnderWay = false
      if (fate === 'arrived' || fate === 'refused' || fate === 'gone') log = afterArrival(log, report)
      keep()
      noteLine(fate)
    })
  }
  const noteLine = (fate: Fate) => {
    const isOpen = fate !== 'failed'
    if (isOpen !== (failures === 0)) input.onLine?.(isOpen)
    failures = isOpen ? 0 : failures + 1
    restUntil = isOpen ? 0 : performance.now() + retrySeconds(failures) * 1000
    if (fate === 'gone' && !isClosed) input.onGone()
  }
  const tick = setInterval(() => performance.now() >= restUntil && flush(), everySeconds * 1000)
  const stopListening = listen(() => flush(), () => flush(true))
  deliverOthers(learnerKey, lessonId)
  if (log.pending.length > 0) flush()

  return {
    played: (stretch) => void (log = addStretch(log, stretch)),
    moved: (positionSeconds) => void (log = movePosition(log, positionSeconds)),
    flush: () => flush(),
    close() {
      clearInterval(tick)
      stopListening()
      flush(true)
      isClosed = true
    },
  }
}

/** Follows the line and the page: when the one comes back and the other goes away, it is time to tell. */
function listen(onOnline: () => void, onHide: () => void): () => void {
  const onVisibility = () => document.visibilityState === 'hidden' && onHide()
  window.addEventListener('online', onOnline)
  window.addEventListener('pagehide', onHide)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    window.removeEventListener('online', onOnline)
    window.removeEventListener('pagehide', onHide)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}

/** Sends what other lessons left behind when their page was closed without a line. */
function deliverOthers(learnerKey: string, lessonId: string): void {
  for (const [otherId, entry] of Object.entries(readWaiting(localStorage, learnerKey))) {
    if (otherId === lessonId) continue

    const report = nextReport({ ...entry, isPositionNew: false })
    if (!report) continue
    void send(entry.action, otherId, report, () => {}).then((fate) => {
      if (fate !== 'failed') keepWaiting(localStorage, learnerKey, otherId, null)
    })
  }
}

/** A kept-alive fetch outlives its page and, unlike a beacon, carries JSON with an Origin that the school checks. */
async function send(action: string, lessonId: string, report: Report, onAnswer: (answer: ReportAnswer) => void): Promise<Fate> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ lessonId, ...report }),
    })
    if (response.ok) {
      onAnswer((await response.json()) as ReportAnswer)
      return 'arrived'
    }
    if (response.status === 404) return 'gone'
    // What the school understood and cannot believe will not be believed later; a pause in its service will end.
    return response.status === 422 ? 'refused' : 'failed'
  } catch {
    return 'failed'
  }
}
