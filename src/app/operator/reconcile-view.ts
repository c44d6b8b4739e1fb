import type { DriftLine, RunWithCounts } from '#modules/operations/index.ts'
import type { DriftView } from '#modules/operations/ui/drift-list.tsx'

/** A walk as the page's data carries it. */
export function runView({ run, drift }: RunWithCounts) {
  const { id, mode, isApplied, startedBy, state, phase, progress, written, callsSent, fault } = run
  return {
    id, mode, isApplied, startedBy, state, phase, progress, written, callsSent, fault, drift,
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    tookMs: (run.finishedAt ?? run.updatedAt).getTime() - run.createdAt.getTime(),
  }
}
export type RunView = ReturnType<typeof runView>

export function driftView({ healedAt, ...line }: DriftLine): DriftView {
  return { ...line, healedAt: healedAt?.toISOString() ?? null }
}
