import { useCallback, useRef, useState } from 'react'
import type { DetailedError, Upload } from 'tus-js-client'
import type { FileUpload } from '#ui/file-drop.tsx'
import { measureInBrowser } from './measure-in-browser.ts'
import { sizeInWords } from './size-in-words.ts'

type UploadOptions = {
  /** Where uploads go: `<base>/api/uploads`. */
  endpoint: string
  purpose: 'video' | 'audio' | 'pdf' | 'file' | 'image'
  onDone: (fileId: string) => void
}

// Growing pauses; a train's tunnel is survived.
const retryDelays = [0, 1000, 3000, 8000, 20_000, 40_000]

/** Sends files so that they can be stopped, tried again, and gone on with after the page was closed. */
export function useUpload({ endpoint, purpose, onDone }: UploadOptions) {
  const [uploads, setUploads] = useState<FileUpload[]>([])
  const running = useRef(new Map<string, Upload>())
  const change = useCallback((id: string, now: Partial<FileUpload>) => setUploads((list) => list.map((upload) => (upload.id === id ? { ...upload, ...now } : upload))), [])
  const drop = useCallback((id: string) => setUploads((list) => list.filter((upload) => upload.id !== id)), [])

  const begin = async (file: File) => {
    const id = `${file.name}-${file.size}-${Date.now()}`
    setUploads((list) => [...list, { id, name: file.name, size: sizeInWords(file.size), share: 0, state: 'waiting' }])
    const seconds = purpose === 'video' || purpose === 'audio' ? await measureInBrowser(file, purpose) : null
    const { Upload: TusUpload } = await import('tus-js-client')
    const startedAt = Date.now()
    const upload = new TusUpload(file, {
      endpoint,
      retryDelays,
      chunkSize: 32 * 1024 * 1024,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, purpose, ...(seconds ? { durationSeconds: String(seconds) } : {}) },
      onProgress: (sent, total) => change(id, { state: 'sending', share: total > 0 ? sent / total : 0, note: timeLeft(startedAt, sent, total) }),
      onShouldRetry: (fault: DetailedError) => isPassing(statusOf(fault)),
      onError: (fault: DetailedError | Error) => {
        // What was refused is over there too: nothing is left to stop or to go on with.
        if (!isPassing(statusOf(fault))) running.current.delete(id)
        change(id, { state: 'failed', note: sentenceOf(fault) })
      },
      onSuccess: () => {
        running.current.delete(id)
        drop(id)
        onDone(upload.url?.split('/').at(-1) ?? '')
      },
    })
    running.current.set(id, upload)
    const [previous] = await upload.findPreviousUploads()
    if (previous) upload.resumeFromPreviousUpload(previous)
    upload.start()
  }

  return {
    uploads,
    send: (files: readonly File[]) => files.forEach((file) => void begin(file)),
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

/** No answer, a busy server, a lock held by the try before: worth another one. What was refused stays refused. */
function isPassing(status: number): boolean {
  return status === 0 || status >= 500 || status === 409 || status === 423 || status === 429
}

function statusOf(fault: DetailedError | Error): number {
  return 'originalResponse' in fault ? (fault.originalResponse?.getStatus() ?? 0) : 0
}

function sentenceOf(fault: DetailedError | Error): string {
  const body = 'originalResponse' in fault ? fault.originalResponse?.getBody() : null
  try {
    const detail = (JSON.parse(body ?? '') as { detail?: unknown }).detail
    if (typeof detail === 'string') return detail
  } catch {
    // An answer that is no problem document, or none at all: the connection is what is wrong.
  }
  return 'The connection broke. What was sent is kept; try again to go on from there.'
}

function timeLeft(startedAt: number, sent: number, total: number): string | undefined {
  const seconds = (Date.now() - startedAt) / 1000
  if (seconds < 3 || sent === 0 || sent === total) return sent === total ? 'Looking at the file…' : undefined

  const left = ((total - sent) / sent) * seconds
  return left < 60 ? 'less than a minute left' : `about ${Math.round(left / 60)} ${Math.round(left / 60) === 1 ? 'minute' : 'minutes'} left`
}
