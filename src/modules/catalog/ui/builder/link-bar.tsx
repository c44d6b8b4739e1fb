import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { builderWords } from '../words/builder-words.ts'

/** Where the chosen words lead. Not a form: it stands inside one. */
export function LinkBar({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const words = builderWords()
  const [address, setAddress] = useState(String(editor.getAttributes('link').href ?? ''))
  const [error, setError] = useState<string | null>(null)
  // It was opened to write an address: the keyboard goes there.
  useEffect(() => document.getElementById('link-address')?.focus(), [])
  const set = () => {
    const href = /^(https?:\/\/|mailto:)/i.test(address) ? address.trim() : address.includes('@') ? `mailto:${address.trim()}` : `https://${address.trim()}`
    if (!URL.canParse(href) || address.trim() === '') return setError(words.writeAddress)
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
    onDone()
  }

  return (
    <div className="flex flex-wrap items-end gap-2 border-b px-3 py-3">
      <TextField
        id="link-address"
        label={words.linkAddress}
        value={address}
        error={error}
        onChange={(event) => {
          event.stopPropagation()
          setAddress(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            set()
          }
          if (event.key === 'Escape') onDone()
        }}
        className="min-w-0 flex-1 basis-56"
      />
      <Button onClick={set}>{words.set}</Button>
      <Button
        variant="quiet"
        onClick={() => {
          editor.chain().focus().extendMarkRange('link').unsetLink().run()
          onDone()
        }}
      >
        {words.remove}
      </Button>
    </div>
  )
}
