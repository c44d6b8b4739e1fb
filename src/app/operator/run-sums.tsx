import { figure } from '#modules/operations/ui/figures.ts'
import { standingWord } from '#modules/operations/ui/reconcile-words.ts'
import { walkWords } from '#modules/operations/ui/words/walk-words.ts'
import { Stat, StatRow } from '#ui/stat.tsx'

type RunSumsProps = {
  sums: { all: number; healed: number; held: number; missing: number; stale: number; gone: number }
  /** Of a first import: what was written without having been compared. */
  written: number | null
  isOver: boolean
}

/** What a walk found, in figures. */
export function RunSums({ sums, written, isOver }: RunSumsProps) {
  const words = walkWords()
  const open = sums.all - sums.healed
  return (
    <section aria-label={words.foundLabel}>
      <StatRow>
        {written === null ? null : <Stat label={words.writtenLabel} value={figure(written)} note={words.notHereBefore} />}
        <Stat label={standingWord('missing').label} value={figure(sums.missing)} note={words.thereNotHere} />
        <Stat label={standingWord('stale').label} value={figure(sums.stale)} note={words.hereAsOnce} />
        <Stat label={standingWord('gone').label} value={figure(sums.gone)} note={words.says404} />
        <Stat label={words.driftStates.healed} value={figure(sums.healed)} note={open > 0 ? words.left(open) : isOver ? words.nothingLeft : words.nothingYet} tone={open > 0 ? 'warn' : isOver ? 'good' : 'neutral'} />
      </StatRow>
    </section>
  )
}
