/** What the doctor says of one thing. */
export interface Finding {
  what: string
  /** Off is no fault: a feature that nobody asked for, or one that does without. */
  state: 'on' | 'off' | 'wrong'
  says: string
  /** What to do next; always there when something is wrong. */
  next?: string
}

/** Something works. */
export const on = (what: string, says: string, next?: string): Finding => ({ what, state: 'on', says, ...(next ? { next } : {}) })
/** Something is not in use. */
export const off = (what: string, says: string, next?: string): Finding => ({ what, state: 'off', says, ...(next ? { next } : {}) })
/** Something does not work. */
export const wrong = (what: string, says: string, next: string): Finding => ({ what, state: 'wrong', says, next })

const marks = { on: '✓', off: '–', wrong: '✗' } as const

/**
 * Prints what was found, a line each and the next step below it.
 *
 * @returns whether nothing is wrong
 */
export function printFindings(findings: readonly Finding[], print: (line: string) => void): boolean {
  const width = Math.max(...findings.map(({ what }) => what.length))
  for (const { what, state, says, next } of findings) {
    print(`${marks[state]} ${what.padEnd(width)}  ${state.padEnd(5)}  ${says}`)
    if (next) print(`${' '.repeat(width + 11)}→ ${next}`)
  }
  const count = (wanted: Finding['state']) => findings.filter(({ state }) => state === wanted).length
  print(`\n${count('on')} on, ${count('off')} off, ${count('wrong')} wrong`)
  return count('wrong') === 0
}
