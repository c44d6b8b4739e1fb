import { CircleCheck, FileUp, X } from 'lucide-react'
import { useId, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './class-names.ts'
import { controlProps, FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { partWords } from './words/part-words.ts'

export type FileUpload = {
  id: string
  name: string
  /** Size in words, such as "148 MB". */
  size: string
  /** 0 to 1. */
  share: number
  state: 'waiting' | 'sending' | 'paused' | 'done' | 'failed'
  /** What happened or how long it takes, such as "about 2 minutes left". */
  note?: string
}

type FileDropProps = {
  label: string
  name: string
  hint?: ReactNode
  error?: string | null
  /** As the file input takes it: "video/*,audio/*,.pdf". */
  accept?: string
  multiple?: boolean
  uploads?: readonly FileUpload[]
  onFiles?: (files: File[]) => void
  onCancel?: (id: string) => void
  onRetry?: (id: string) => void
}

/** Takes files by drop, tap or key, and shows how far each has come. The sending itself is the page's. */
export function FileDrop({ label, name, hint, error, accept, multiple, uploads = [], onFiles, onCancel, onRetry }: FileDropProps) {
  const words = partWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles?.([...event.dataTransfer.files])
  }

  return (
    <div className="grid gap-3">
      <label
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'grid cursor-pointer justify-items-center gap-1 rounded-lg border border-dashed px-6 py-9 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand-strong',
          over ? 'border-brand bg-brand-tint' : 'border-field hover:bg-sunken',
          error && 'border-bad',
        )}
      >
        <Icon of={FileUp} size="xl" className="mb-1 text-ink-3" />
        <span className="font-medium">{label}</span>
        <span id={`${id}-hint`} className="text-sm text-ink-2">
          {hint ?? words.dropFiles}
        </span>
        <input
          {...controlProps(id, true, error)}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          onChange={onFiles ? (event) => onFiles([...(event.currentTarget.files ?? [])]) : undefined}
          className="sr-only"
        />
      </label>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {uploads.length > 0 ? (
        <ul aria-label={words.files} className="divide-y border-y">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onCancel={onCancel} onRetry={onRetry} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type UploadRowProps = { upload: FileUpload } & Pick<FileDropProps, 'onCancel' | 'onRetry'>

function UploadRow({ upload, onCancel, onRetry }: UploadRowProps) {
  const words = partWords()
  const { id, name, size, share, state, note } = upload
  const percent = Math.round(share * 100)

  return (
    <li className="grid gap-2 py-3">
      <div className="flex items-center gap-3 text-sm">
        <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
        <span className="shrink-0 tabular-nums text-ink-3">{size}</span>
        {state === 'done' ? <Icon of={CircleCheck} label={words.uploaded} className="text-good" /> : null}
        {state === 'failed' && onRetry ? (
          <Button size="sm" onClick={() => onRetry(id)}>
            {words.tryAgain}
          </Button>
        ) : null}
        {state !== 'done' && onCancel ? (
          <Button variant="quiet" size="icon-sm" aria-label={words.stopUploading(name)} onClick={() => onCancel(id)}>
            <Icon of={X} />
          </Button>
        ) : null}
      </div>
      {state === 'done' ? null : <ProgressBar label={words.uploading(name)} share={share} valueText={`${percent}%`} />}
      {note ? <p className={cn('text-[0.8125rem]', state === 'failed' ? 'text-bad' : 'text-ink-3')}>{note}</p> : null}
    </li>
  )
}
