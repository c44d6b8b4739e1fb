import { cn } from './class-names.ts'
import { partWords } from './words/part-words.ts'

export type Share = { label: string; amount: number; /** The amount in words, such as "€77.79". */ text: string }

const colours = ['bg-brand', 'bg-brand-soft', 'bg-ink-3', 'bg-edge'] as const

/** Says once what the colours of several bars mean. The order is that of the shares. */
export function SplitKey({ labels, className }: { labels: readonly string[]; className?: string }) {
  return (
    <ul aria-label={partWords().colours} className={cn('flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-ink-2', className)}>
      {labels.map((label, index) => (
        <li key={label} className="flex items-center gap-1.5">
          <Dot index={index} />
          {label}
        </li>
      ))}
    </ul>
  )
}

function Dot({ index }: { index: number }) {
  return <span aria-hidden="true" className={cn('size-2 rounded-[2px]', colours[index % colours.length])} />
}

type SplitBarProps = {
  /** What is divided. */
  label: string
  shares: readonly Share[]
  /** Writes the shares out under the bar. */
  legend?: boolean
  className?: string
}

/** How one amount divides. The bar is for the eye; the words carry the figures. */
export function SplitBar({ label, shares, legend, className }: SplitBarProps) {
  const whole = shares.reduce((sum, share) => sum + Math.max(0, share.amount), 0) || 1
  const words = shares.map((share) => `${share.label} ${share.text}`).join(', ')

  return (
    <div className={cn('grid min-w-28 gap-2', className)}>
      <div role="img" aria-label={`${label}: ${words}`} title={words} className="flex h-[7px] gap-px overflow-hidden rounded-full">
        {shares.map((share, index) => (
          <span
            key={share.label}
            className={cn('min-w-[3px]', colours[index % colours.length])}
            style={{ width: `${(Math.max(0, share.amount) / whole) * 100}%` }}
          />
        ))}
      </div>
      {legend ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-ink-2">
          {shares.map((share, index) => (
            <li key={share.label} className="flex items-center gap-1.5 tabular-nums">
              <Dot index={index} />
              {share.label} {share.text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
