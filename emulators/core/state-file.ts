import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Keeps one JSON text on disk, always whole: it is written beside its place and then renamed. */
export type StateFile = {
  /** Notes that the value changed; it is written soon (50 ms for a small one), or at the next `flush`. */
  changed(): void
  /** Writes now when something changed since the last writing. Call it before answering. */
  flush(): void
  /** Writes what is left and stops the timer. */
  close(): void
}

/**
 * Reads a saved value.
 * @returns null when there is no file yet
 * @throws SyntaxError when the file is not JSON: a damaged state is for a person to look at
 */
export function readStateFile(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return JSON.parse(text)
}

/**
 * Opens a state file for writing.
 * @param path where it lies; null keeps everything in memory only
 * @param serialise gives the JSON text to write
 */
export function openStateFile(path: string | null, serialise: () => string): StateFile {
  let dirty = false
  let timer: NodeJS.Timeout | null = null
  let lastWriteMs = 0

  function flush() {
    if (timer) clearTimeout(timer)
    timer = null
    if (!dirty || !path) return
    dirty = false
    const startedAt = performance.now()
    mkdirSync(dirname(path), { recursive: true })
    const beside = `${path}.${process.pid}.tmp`
    writeFileSync(beside, serialise(), { mode: 0o600 })
    renameSync(beside, path)
    lastWriteMs = performance.now() - startedAt
  }

  return {
    changed() {
      dirty = true
      // A large state is written less often in the background, so that writing never fills the day.
      if (!timer && path) timer = setTimeout(flush, Math.max(50, lastWriteMs * 10))
    },
    flush,
    close: flush,
  }
}
