import { cn } from './class-names.ts'

type ProgressBarProps = {
  /** What is under way. */
  label: string
  /** 0 to 1; leave out when nobody can say how far it is. */
  share?: number
  /** The figure in words, such as "17 of 42 lessons". */
  valueText?: string
  className?: string
}

/** How far something has come. */
export function ProgressBar({ label, share, valueText, className }: ProgressBarProps) {
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100)

  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-line', className)}
    >
      {percent === undefined ? (
        <div className="h-full w-2/5 animate-travel rounded-full bg-brand" />
      ) : (
        <div className="h-full rounded-full bg-brand transition-[width]" style={{ width: `${percent}%` }} />
      )}
    </div>
  )
}
