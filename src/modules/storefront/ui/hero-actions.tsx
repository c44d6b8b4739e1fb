import { ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import type { ActionView } from './views.schema.ts'

/** The presses of an opening, the main one first. */
export function HeroActions({ actions, isOnBrand, className }: { actions: readonly ActionView[]; isOnBrand?: boolean; className?: string }) {
  if (actions.length === 0) return null
  return (
    <div className={cn('mt-7 flex flex-wrap gap-3', className)}>
      {actions.map(({ href, label, isMain }) => (
        <ButtonLink key={href} href={href} variant={isMain && !isOnBrand ? 'main' : 'plain'} className={cn(isOnBrand && !isMain && 'border-current bg-transparent text-on-brand hover:bg-brand-hover hover:text-on-brand')}>
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}
