import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failPoint } from './fail-point.ts'

let folder = ''
const kill = vi.spyOn(process, 'kill')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coursecove-failpoint-'))
  vi.stubEnv('COVE_FAILPOINT_FILE', join(folder, 'reached'))
  kill.mockReset().mockReturnValue(true)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('a fail point', () => {
  it('does nothing unless it is named', () => {
    failPoint('here')
    vi.stubEnv('COVE_FAILPOINT', 'there')
    failPoint('here')
    expect(kill).not.toHaveBeenCalled()
    expect(existsSync(join(folder, 'reached'))).toBe(false)
  })

  it('ends the process as often as it is told, over restarts too, and leaves a line each time', () => {
    vi.stubEnv('COVE_FAILPOINT', 'here:2')
    for (const ends of [1, 2, 2]) {
      failPoint('here')
      expect(kill).toHaveBeenCalledTimes(ends)
    }
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL')
    expect(readFileSync(join(folder, 'reached'), 'utf8')).toBe('here\nhere\nhere\n')
  })
})
