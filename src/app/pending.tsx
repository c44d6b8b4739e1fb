import { useNavigation } from 'react-router'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { arrivalWords } from './words/arrival-words.ts'

/** Says that the next page is coming, once it takes longer than a blink. */
export function Pending() {
  const { state } = useNavigation()
  if (state === 'idle') return null

  return (
    <div className="fixed inset-x-0 top-0 z-50 animate-fade opacity-100 [animation-delay:150ms] [animation-fill-mode:backwards]">
      <ProgressBar label={arrivalWords().loading} className="h-0.5 rounded-none" />
    </div>
  )
}
