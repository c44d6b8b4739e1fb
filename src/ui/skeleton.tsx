import { cn } from './class-names.ts'

/** The shape of what is coming, in its measure, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block h-4 animate-breathe rounded-sm bg-line', className)} />
}

/** Some rows that are on their way, with words for those who cannot see them. */
export function SkeletonRows({ rows = 5, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="grid">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-4 border-t py-4">
          <Skeleton className="size-9 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className={index % 2 ? 'w-2/5' : 'w-1/2'} />
            <Skeleton className="h-3 w-1/4" />
          </div>
          <Skeleton className="w-16" />
        </div>
      ))}
    </div>
  )
}
