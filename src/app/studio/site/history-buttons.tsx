import { Redo2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useSaid } from '#modules/catalog/ui/builder/use-said.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { siteWords } from '../../words/site-words.ts'
import { deedInWords } from './kind-words.ts'

type HistoryButtonsProps = { undo: string | null; redo: string | null; /** Called once a step was taken: what stands in fields is from before. */ onStepped?: () => void }

/** A step back, a step forward. Each button names what it would do. */
export function HistoryButtons({ undo, redo, onStepped }: HistoryButtonsProps) {
  const words = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data, false)
  const { state, data } = fetcher
  useEffect(() => {
    if (state === 'idle' && data && 'done' in data) onStepped?.()
  }, [state, data, onStepped])

  return (
    <fetcher.Form method="post" className="flex gap-1">
      <Step intent="undo" deed={undo} label={words.undo} icon={Undo2} />
      <Step intent="redo" deed={redo} label={words.redo} icon={Redo2} />
    </fetcher.Form>
  )
}

function Step({ intent, deed, label, icon }: { intent: 'undo' | 'redo'; deed: string | null; label: string; icon: typeof Undo2 }) {
  const words = deed ? `${label}: ${deedInWords(deed)}` : siteWords().nothingTo(label, intent)
  return (
    <Button type="submit" name="intent" value={intent} variant="plain" size="icon" disabled={!deed} aria-label={words} title={words}>
      <Icon of={icon} />
    </Button>
  )
}
