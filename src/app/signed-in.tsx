import { LogOut } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'
import { studioWords } from './words/studio-words.ts'

/** Who is signed in, at the foot of a shell, and the way out. */
export function SignedIn({ name, action }: { name: string; action: string }) {
  const words = studioWords()
  return (
    <form method="post" action={action} className="flex items-center gap-2">
      <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{name}</span>
      <button type="submit" aria-label={words.signOut} title={words.signOut} className="touch grid size-9 place-items-center rounded-[8px] text-ink-3 hover:bg-line/50 hover:text-ink">
        <Icon of={LogOut} />
      </button>
    </form>
  )
}
