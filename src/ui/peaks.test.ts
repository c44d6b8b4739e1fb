import { describe, expect, it } from 'vitest'
import { computePeaks } from './peaks.ts'

describe('a waveform', () => {
  it('rises where the recording does', () => {
    const samples = Float32Array.from({ length: 8000 }, (_, index) => Math.sin(index) * (index / 8000))
    const peaks = computePeaks(samples, 8)
    expect(peaks).toEqual(peaks.toSorted((one, other) => one - other))
    expect(peaks.at(-1)).toBe(1)
  })

  it('is flat for silence and for nothing', () => {
    expect(computePeaks(new Float32Array(100), 4)).toEqual([0, 0, 0, 0])
    expect(computePeaks(new Float32Array(0), 2)).toEqual([0, 0])
  })
})
