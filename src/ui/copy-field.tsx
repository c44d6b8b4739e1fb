import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { cn } from './class-names.ts'
import { controlStyles, Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { partWords } from './words/part-words.ts'

type CopyFieldProps = { label: string; value: string; hint?: string; className?: string }

/** A text to take along. Without script it is selected by hand. */
export function CopyField({ label, value, hint, className }: CopyFieldProps) {
  const words = partWords()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), 2000)
  }
  return (
    <Field label={label} hint={hint} className={className}>
      {(control) => (
        <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-2.5">
          <input {...control} type="text" readOnly value={value} onFocus={(event) => event.currentTarget.select()} className={cn(controlStyles, 'truncate')} />
          <Button onClick={() => void copy()}>
            <Icon of={isCopied ? Check : Copy} />
            <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
          </Button>
        </span>
      )}
    </Field>
  )
}
