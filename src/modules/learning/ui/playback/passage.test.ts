import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jumpOf, markEnd, markStart, noPassage, passageSecondsMin, pressLoop, type Passage } from './passage.ts'

describe('a passage to repeat', () => {
  it('is marked with one key: start, end, off, on', () => {
    const begun = pressLoop(noPassage, 10)
    expect(begun).toEqual({ startSeconds: 10, endSeconds: null, isOn: false })
    const set = pressLoop(begun, 17)
    expect(set).toEqual({ startSeconds: 10, endSeconds: 17, isOn: true })
    expect(pressLoop(set, 12).isOn).toBe(false)
    expect(pressLoop(pressLoop(set, 12), 12)).toEqual(set)
  })

  it('jumps back at its end and lets those go who leave it', () => {
    const passage: Passage = { startSeconds: 10, endSeconds: 17, isOn: true }
    expect(jumpOf(passage, 16.9)).toBeNull()
    expect(jumpOf(passage, 17.1)).toBe(10)
    expect(jumpOf(passage, 40)).toBeNull()
    expect(jumpOf({ ...passage, isOn: false }, 17.1)).toBeNull()
  })

  it('never repeats backwards or nothing, in whatever order it is marked', () => {
    const press = fc.record({ key: fc.constantFrom('start', 'end', 'loop'), at: fc.double({ min: 0, max: 600, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 20 }), (presses) => {
        let passage: Passage = noPassage
        for (const { key, at } of presses) {
          passage = key === 'start' ? markStart(passage, at) : key === 'end' ? markEnd(passage, at) : pressLoop(passage, at)
          if (passage.isOn) expect((passage.endSeconds ?? 0) - (passage.startSeconds ?? 0)).toBeGreaterThanOrEqual(passageSecondsMin - 1e-9)
        }
      }),
    )
  })
})
