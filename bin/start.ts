import { runUntilSignal } from './parts/run-until-signal.ts'

await runUntilSignal('production')
