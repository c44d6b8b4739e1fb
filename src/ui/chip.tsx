import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

const chipStyles = cva(
  'inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-[0.8125rem] font-medium',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-ink-2',
        brand: 'bg-brand-tint text-brand-strong',
        good: 'bg-good-tint text-good',
        warn: 'bg-warn-tint text-warn',
        bad: 'bg-bad-tint text-bad',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

/** A word or figure that marks a state. The word says it; the colour only repeats it. */
export function Chip({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof chipStyles>) {
  return <span className={cn(chipStyles({ tone }), className)} {...rest} />
}
