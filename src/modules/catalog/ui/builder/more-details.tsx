import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#ui/icon.tsx'

/** What is rarely wanted, folded behind a sign. A details element: it opens without script. */
export function MoreDetails({ label, isOpen, children }: { label: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group/more relative">
      <summary aria-label={label} title={label} className="touch grid size-9 cursor-pointer place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink group-open/more:bg-sunken group-open/more:text-ink">
        <Icon of={Ellipsis} />
      </summary>
      <div className="absolute right-0 top-full z-20 mt-1 grid w-[min(320px,84vw)] gap-4 rounded-md border bg-raised p-4 shadow-float">{children}</div>
    </details>
  )
}
