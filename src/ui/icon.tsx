import type { LucideIcon } from 'lucide-react'
import { cn } from './class-names.ts'

const sizes = { sm: 'size-4', md: 'size-[18px]', lg: 'size-5', xl: 'size-6' } as const

type IconProps = {
  of: LucideIcon
  size?: keyof typeof sizes
  /** Says what the picture means; leave it out when the words beside it already do. */
  label?: string
  className?: string
}

/** A drawn sign in the weight of the text beside it; hidden from screen readers unless it has a label. */
export function Icon({ of: Sign, size = 'md', label, className }: IconProps) {
  return (
    <Sign
      className={cn('shrink-0', sizes[size], className)}
      strokeWidth={1.75}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    />
  )
}
