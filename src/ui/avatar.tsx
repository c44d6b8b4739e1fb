import { cn } from './class-names.ts'

const sizes = {
  sm: 'size-7 text-xs',
  md: 'size-9 text-[0.8125rem]',
  lg: 'size-16 font-display text-lg font-medium',
} as const

type AvatarProps = {
  name: string
  imageUrl?: string | null
  size?: keyof typeof sizes
  /** Round for people, square for places. */
  shape?: 'round' | 'square'
  className?: string
}

/** A picture of someone, or their initials. The name stands beside it, so it is silent to screen readers. */
export function Avatar({ name, imageUrl, size = 'md', shape = 'round', className }: AvatarProps) {
  const look = cn(
    'inline-grid shrink-0 select-none place-items-center overflow-hidden bg-brand-tint font-semibold text-brand-strong',
    shape === 'round' ? 'rounded-(--corner-avatar)' : 'rounded-[9px]',
    sizes[size],
    className,
  )
  if (imageUrl) return <img src={imageUrl} alt="" loading="lazy" className={cn(look, 'object-cover')} />

  return (
    <span aria-hidden="true" className={look}>
      {initials(name, shape === 'square' ? 1 : 2)}
    </span>
  )
}

function initials(name: string, count: number): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const chosen = words.length > 1 && count > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1)

  return chosen.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('') || '·'
}
