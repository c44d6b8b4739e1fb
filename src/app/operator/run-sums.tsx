import { Stat, StatRow } from '#ui/stat.tsx'

type RunSumsProps = {
  sums: { all: number; healed: number; held: number; missing: number; stale: number; gone: number }
  /** Of a first import: what was written without having been compared. */
  written: number | null
  isOver: boolean
}

/** What a walk found, in figures. */
export function RunSums({ sums, written, isOver }: RunSumsProps) {
  const open = sums.all - sums.healed
  return (
    <section aria-label="Found">
      <StatRow>
        {written === null ? null : <Stat label="Written" value={written.toLocaleString('en')} note="that were not here before" />}
        <Stat label="Missing here" value={sums.missing.toLocaleString('en')} note="there, and not here" />
        <Stat label="Stale" value={sums.stale.toLocaleString('en')} note="here as it was once" />
        <Stat label="Should be gone" value={sums.gone.toLocaleString('en')} note="Clerk says 404" />
        <Stat label="Healed" value={sums.healed.toLocaleString('en')} note={open > 0 ? `${open.toLocaleString('en')} left` : isOver ? 'nothing is left' : 'nothing so far'} tone={open > 0 ? 'warn' : isOver ? 'good' : 'neutral'} />
      </StatRow>
    </section>
  )
}
