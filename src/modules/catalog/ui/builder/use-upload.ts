import { useCallback, useRef, useState } from 'react'
import type { DetailedError } from 'tus-js-client'
import type { FileUpload } from '#ui/file-drop.tsx'
import { builderWords } from '../words/builder-words.ts'
import { measureInBrowser } from './measure-in-browser.ts'
import { sendDirect, SendingFault, type Sending } from './send-direct.ts'
import { sizeInWords } from './size-in-words.ts'

type UploadOptions = {
  /** Where uploads go: `<base>/api/uploads`, or `/direct` under it, for a store that takes them from the browser. */
  endpoint: string
  purpose: 'video' | 'audio' | 'pdf' | 'file' | 'image'
  onDone: (fileId: string) => void
}

// Growing pauses; a train's tunnel is survived.
const retryDelays = [0, 1000, 3000, 8000, 20_000, 40_000]

/** Sends files so that they can be stopped, tried again, and gone on with after the page was closed. */
export function useUpload({ endpoint, purpose, onDone }: UploadOptions) {
  const [uploads, setUploads] = useState<FileUpload[]>([])
  const running = useRef(new Map<string, Sending>())
  const change = useCallback((id: string, now: Partial<FileUpload>) => setUploads((list) => list.map((upload) => (upload.id === id ? { ...upload, ...now } : upload))), [])
  const drop = useCallback((id: string) => setUploads((list) => list.filter((upload) => upload.id !== id)), [])

  const begin = async (file: File) => {
    const id = `${file.name}-${file.size}-${Date.now()}`
    setUploads((list) => [...list, { id, name: file.name, size: sizeInWords(file.size), share: 0, state: 'waiting' }])
    const seconds = purpose === 'video' || purpose === 'audio' ? await measureInBrowser(file, purpose) : null
    const startedAt = Date.now()
    const course: Course = {
      onProgress: (sent, total) => change(id, { state: 'sending', share: total > 0 ? sent / total : 0, note: timeLeft(startedAt, sent, total) }),
      onError: (fault) => {
        // What was refused is over there too: nothing is left to stop or to go on with.
        if (!isPassing(statusOf(fault))) running.current.delete(id)
        change(id, { state: 'failed', note: sentenceOf(fault) })
      },
      onDone: (fileId) => {
        running.current.delete(id)
        drop(id)
        onDone(fileId)
      },
    }
    const facts = { name: file.name, purpose, durationSeconds: seconds }
    const sending = endpoint.endsWith('/direct') ? sendDirect({ endpoint, file, facts, retryDelays: retryDelays.slice(1), isPassing, ...course }) : await sendByTus({ endpoint, file, facts, ...course })
    running.current.set(id, sending)
    sending.start()
  }

  return {
    uploads,
    send: (files: readonly File[]) => {
      // What was refused has been answered by choosing something else; what can still be gone on with stays.
      setUploads((list) => list.filter(({ id, state }) => state !== 'failed' || running.current.has(id)))
      files.forEach((file) => void begin(file))
    },
    cancel: (id: string) => {
      void running.current.get(id)?.abort(true).catch(() => {})
      running.current.delete(id)
      drop(id)
    },
    retry: (id: string) => {
      const upload = running.current.get(id)
      if (!upload) return drop(id)
      change(id, { state: 'sending', note: undefined })
      upload.start()
    },
  }
}

interface Course {
  onProgress(sent: number, total: number): void
  onError(fault: DetailedError | Error): void
  onDone(fileId: string): void
}

async function sendByTus({ endpoint, file, facts, ...course }: Course & { endpoint: string; file: File; facts: { name: string; purpose: string; durationSeconds: number | null } }): Promise<Sending> {
  const { Upload } = await import('tus-js-client')
  const upload = new Upload(file, {
    endpoint,
    retryDelays,
    chunkSize: 32 * 1024 * 1024,
    removeFingerprintOnSuccess: true,
    metadata: { filename: facts.name, purpose: facts.purpose, ...(facts.durationSeconds ? { durationSeconds: String(facts.durationSeconds) } : {}) },
    onProgress: course.onProgress,
    onShouldRetry: (fault: DetailedError) => isPassing(statusOf(fault)),
    onError: course.onError,
    onSuccess: () => course.onDone(upload.url?.split('/').at(-1) ?? ''),
  })
  const [previous] = await upload.findPreviousUploads()
  if (previous) upload.resumeFromPreviousUpload(previous)
  return upload
}

/** No answer, a busy server, a lock held by the try before: worth another one. What was refused stays refused. */
function isPassing(status: number): boolean {
  return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429
}

function statusOf(fault: DetailedError | Error): number {
  if (fault instanceof SendingFault) return fault.status
  return 'originalResponse' in fault ? (fault.originalResponse?.getStatus() ?? 0) : 0
}

function sentenceOf(fault: DetailedError | Error): string {
  if (fault instanceof SendingFault && fault.status >= 400 && fault.message) return fault.message
  const body = 'originalResponse' in fault ? fault.originalResponse?.getBody() : null
  try {
    const detail = (JSON.parse(body ?? '') as { detail?: unknown }).detail
    if (typeof detail === 'string') return detail
  } catch {
    // An answer that is no problem document, or none at all: the connection is what is wrong.
  }
  return builderWords().connectionBroke
}

function timeLeft(startedAt: number, sent: number, total: number): string | undefined {
  const words = builderWords()
  const seconds = (Date.now() - startedAt) / 1000
  if (seconds < 3 || sent === 0 || sent === total) return sent === total ? words.lookingAtFile : undefined

  const left = ((total - sent) / sent) * seconds
  return left < 60 ? words.underAMinute : words.minutesLeft(Math.round(left / 60))
}
