import { CircleAlert, CircleCheck, CirclePlay, Inbox, RefreshCw, Undo2, type LucideIcon } from 'lucide-react'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { When } from '#ui/when.tsx'
import { sayNote } from './say-note.ts'

export type TimelineNote = { id: string; happenedAt: string; kind: 'started' | 'received' | 'retried' | 'done' | 'failed' | 'asked'; detail: string }

const signs: Record<TimelineNote['kind'], { icon: LucideIcon; look: string }> = {
  started: { icon: CirclePlay, look: 'text-ink-3' },
  received: { icon: Inbox, look: 'text-ink-3' },
  retried: { icon: RefreshCw, look: 'text-warn' },
  done: { icon: CircleCheck, look: 'text-good' },
  failed: { icon: CircleAlert, look: 'text-bad' },
  asked: { icon: Undo2, look: 'text-brand-strong' },
}

/** What happened to an order, the first thing first. */
export function OrderTimeline({ notes, locale, zone }: { notes: readonly TimelineNote[]; locale: string; zone: string }) {
  return (
    <ol className="grid">
      {notes.map((note) => {
        const { icon, look } = signs[note.kind]
        const isQuiet = note.kind === 'received'
        return (
          <li key={note.id} className="grid grid-cols-[20px_1fr] items-baseline gap-x-3 border-b py-2 last:border-0 sm:grid-cols-[20px_1fr_auto]">
            <Icon of={icon} size="sm" className={cn('translate-y-0.5', look)} />
            <span className={cn('min-w-0 wrap-anywhere text-[0.9375rem]', isQuiet ? 'text-ink-3' : 'text-ink')}>{sayNote(note.detail)}</span>
            <When iso={note.happenedAt} zone={zone} locale={locale} className="whitespace-nowrap text-[0.8125rem] tabular-nums text-ink-3 max-sm:col-start-2" />
          </li>
        )
      })}
    </ol>
  )
}
