import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyHashing } from './save-files.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'coursecove-copy-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

it('a file that vanished before it was copied is a fault of that copy, not of the process, also where many folders are made first', async () => {
  const unheard: unknown[] = []
  const hear = (fault: unknown) => { unheard.push(fault) }
  process.on('uncaughtExceptionMonitor', hear)
  const deep = Array.from({ length: 150 }, (_, level) => `level-${level}`).join('/')
  await expect(copyHashing(join(folder, 'gone'), join(folder, deep, 'copy'))).rejects.toThrow(/ENOENT/)
  process.off('uncaughtExceptionMonitor', hear)
  expect(unheard).toEqual([])
})
