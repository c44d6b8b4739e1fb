import { useEffect, useEffectEvent, useRef } from 'react'
import { startReporter, type ReportAnswer, type WatchReporter } from './watch-reporter.ts'

type WatchReportInput = {
  /** Null for a preview: nothing is told. */
  action: string | null
  lessonId: string
  learnerKey: string
  onAnswer(answer: ReportAnswer): void
  onGone(): void
  onLine(isOpen: boolean): void
}

/** Tells the school what is watched of a lesson, for as long as the player is open. */
export function useWatchReport(input: WatchReportInput): Pick<WatchReporter, 'played' | 'moved' | 'flush'> {
  const { action, lessonId, learnerKey } = input
  const reporter = useRef<WatchReporter | null>(null)
  const onAnswer = useEffectEvent(input.onAnswer)
  const onGone = useEffectEvent(input.onGone)
  const onLine = useEffectEvent(input.onLine)
  useEffect(() => {
    if (!action) return undefined

    const started = startReporter({ action, lessonId, learnerKey, onAnswer: (answer) => onAnswer(answer), onGone: () => onGone(), onLine: (isOpen) => onLine(isOpen) })
    reporter.current = started
    return () => {
      reporter.current = null
      started.close()
    }
  }, [action, lessonId, learnerKey])

  return {
    played: (stretch) => reporter.current?.played(stretch),
    moved: (seconds) => reporter.current?.moved(seconds),
    flush: () => reporter.current?.flush(),
  }
}
