/** Runs a piece of work when there is room for it; the answer ends with the work. */
export type Pool = (work: () => Promise<void>) => Promise<void>

/**
 * Makes a pool: at most `width` pieces of work run at once, the others wait in the order they came.
 * @example const pool = createPool(8); await pool(() => send(one))
 */
export function createPool(width: number): Pool {
  let free = width
  const waiting: (() => void)[] = []

  return async (work) => {
    if (free > 0) free -= 1
    // Whoever ends hands its place on, so `free` does not move then.
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
