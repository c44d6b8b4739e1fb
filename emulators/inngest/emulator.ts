import type { Clock } from '../core/clock.ts'
import type { InngestState } from './state.ts'

/** What was chosen at the start and does not change. */
export type Settings = {
  /** The only event key that is taken. */
  eventKey: string
  /** What calls are signed with; null is a development server, which signs nothing. */
  signingKey: string | null
  /** Pauses between tries of a call, in seconds; the last one repeats. */
  retrySeconds: readonly number[]
  /** How long a function may take to answer, in real milliseconds. */
  callTimeoutMs: number
}

/** Everything the parts of the emulator share. */
export type Emulator = {
  state: InngestState
  clock: Clock
  settings: Settings
  /** Something may be due. */
  pump(): void
}
