import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Keeps one JSON value on disk, always whole: it is written beside its place and then renamed. */
export type StateFile = {
  /** Notes that the value changed; it is written within 50 ms, or at the next `flush`. */
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
 * @param current gives the value to write
 */
export function openStateFile(path: string | null, current: () => unknown): StateFile {
  let dirty = false
  let timer: NodeJS.Timeout | null = null

  function flush() {
    if (timer) clearTimeout(timer)
    timer = null
    if (!dirty || !path) return
    dirty = false
    mkdirSync(dirname(path), { recursive: true })
    const beside = `${path}.${process.pid}.tmp`
    writeFileSync(beside, JSON.stringify(current()), { mode: 0o600 })
    renameSync(beside, path)
  }

  return {
    changed() {
      dirty = true
      if (!timer && path) timer = setTimeout(flush, 50)
    },
    flush,
    close: flush,
  }
}
