import type { KindName } from './kinds.ts'

/** `full` looks at everything, `recent` at who changed lately, `backfill` is the first import of everything. */
export const runModes = ['full', 'recent', 'backfill'] as const
export type RunMode = (typeof runModes)[number]

/** The steps of a walk: what the provider lists comes first, what is only here last. */
export const runPhases = ['recent-users', 'count-users', 'users', 'organizations', 'memberships', 'gone-users', 'gone-organizations', 'gone-memberships'] as const
export type RunPhase = (typeof runPhases)[number]

export type RunState = 'running' | 'done' | 'failed'
export type RunStarter = 'clock' | 'command' | 'operator'

/** How many were looked at, and how many the provider says there are; null until it said so. */
export interface Progress {
  walked: number
  total: number | null
}

/** A walk, and how far it came. */
export interface Run {
  id: string
  mode: RunMode
  /** Whether what is found is healed too. */
  isApplied: boolean
  /** Whether more may be ended than looks right. */
  mayEndMany: boolean
  startedBy: RunStarter
  state: RunState
  phase: RunPhase
  position: Position
  step: number
  hasWalkedUsers: boolean
  since: Date | null
  progress: Record<KindName, Progress>
  written: number
  callsSent: number
  /** How many more people of the provider were here than there when everybody had been looked at; null if nobody did. */
  usersExcess: number | null
  fault: string | null
  createdAt: Date
  updatedAt: Date
  finishedAt: Date | null
}

/** Where in its phase a walk stands. Empty: at the beginning. */
export interface Position {
  /** The last ones that were seen, the last first: whoever of them is still there tells where to go on. */
  tail?: string[]
  /** How many rows of a list that is counted from its beginning are done. */
  offset?: number
  /** The last name that was asked for, of those that are only here. */
  after?: string
  /** All that are only here are known; what is left is to end them. */
  isCollected?: boolean
}

/** The first phase of a walk. */
export function firstPhase(mode: RunMode): RunPhase {
  return mode === 'recent' ? 'recent-users' : 'users'
}

/**
 * The phase after one that reached its end; null after the last. An import ends nothing, and people are looked for who
 * are only here when everybody at the provider was listed.
 *
 * @param mustWalkUsers the counts of people differ, so a walk of the recent ones must become one of everybody
 */
export function nextPhase(run: Pick<Run, 'mode' | 'phase' | 'hasWalkedUsers'>, mustWalkUsers = false): RunPhase | null {
  const isLeftOut = (phase: RunPhase) => {
    if (phase === 'users') return run.mode === 'recent' && !mustWalkUsers
    if (phase === 'gone-users') return !run.hasWalkedUsers
    return false
  }
  const after = runPhases.slice(runPhases.indexOf(run.phase) + 1)
  const next = after.find((phase) => !isLeftOut(phase)) ?? null
  return run.mode === 'backfill' && next?.startsWith('gone-') ? null : next
}
