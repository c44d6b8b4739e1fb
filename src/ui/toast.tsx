import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { partWords } from './words/part-words.ts'

export type Toast = {
  id: string
  title: string
  tone?: 'good' | 'bad'
  /** Undo, or the way to what was made. */
  action?: { label: string; onPress: () => void }
}

type Show = (toast: Omit<Toast, 'id'>) => void

const ShowContext = createContext<Show | null>(null)
const standsForMs = 6000

/**
 * Keeps what was just said and shows it in one region at the foot of the page. Wrap the app once.
 *
 * @param page changes with the page: an error is about the page it was said on, and does not follow to the next
 */
export function ToastProvider({ page, children }: { page: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const [saidOn, setSaidOn] = useState(page)
  // While rendering, so that what the new page says at once is not taken away with the old.
  if (saidOn !== page) {
    setSaidOn(page)
    setToasts(withoutErrors)
  }
  const dismiss = useCallback((id: string) => setToasts((seen) => seen.filter((toast) => toast.id !== id)), [])
  const show = useMemo<Show>(() => {
    let made = 0
    return (toast) => {
      made += 1
      const id = `toast-${made}`
      // An error was about the try before this one.
      setToasts((seen) => [...withoutErrors(seen).slice(-2), { ...toast, id }])
    }
  }, [])

  return (
    <ShowContext value={show}>
      {children}
      <ToastRegion toasts={toasts} onDismiss={dismiss} />
    </ShowContext>
  )
}

function withoutErrors(toasts: Toast[]): Toast[] {
  return toasts.filter(({ tone }) => tone !== 'bad')
}

/** Gives the function that says one short thing about what just happened. */
export function useToast(): Show {
  const show = useContext(ShowContext)
  if (!show) throw new Error('useToast needs a ToastProvider above it')

  return show
}

/** Where toasts stand, above the bar of a phone. Read out politely; errors stay until they are dismissed or something else is said. */
export function ToastRegion({ toasts, onDismiss }: { toasts: readonly Toast[]; onDismiss: (id: string) => void }) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[max(16px,env(safe-area-inset-bottom))] z-50 max-md:bottom-[calc(68px+env(safe-area-inset-bottom))] mx-auto grid max-w-md gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </div>
  )
}

function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: (id: string) => void }) {
  const words = partWords()
  const [held, setHeld] = useState(false)
  const { id, tone, title, action } = toast

  useEffect(() => {
    if (held || tone === 'bad') return

    const timer = setTimeout(() => onDismiss(id), standsForMs)
    return () => clearTimeout(timer)
  }, [held, id, onDismiss, tone])

  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex min-h-12 animate-rise items-center gap-3 rounded-md bg-ink py-1.5 pl-4 pr-1.5 text-paper shadow-float"
    >
      <Icon of={tone === 'bad' ? CircleAlert : CircleCheck} label={tone === 'bad' ? words.error : undefined} />
      <p className="min-w-0 flex-1 py-1.5 text-[0.9375rem]">{title}</p>
      {action ? (
        <button type="button" onClick={action.onPress} className={cn(press, 'px-3 font-semibold underline underline-offset-3')}>
          {action.label}
        </button>
      ) : null}
      <button type="button" aria-label={words.dismiss} onClick={() => onDismiss(id)} className={cn(press, 'grid size-10 place-items-center')}>
        <Icon of={X} />
      </button>
    </div>
  )
}

const press = 'min-h-10 rounded-[8px] text-[0.9375rem] focus-visible:outline-paper focus-visible:-outline-offset-2'
