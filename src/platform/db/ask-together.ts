interface Waiting<Asked, Answer> {
  asked: Asked
  done(answer: Answer): void
  fail(fault: unknown): void
}

/** How many questions may be under way before the next ones wait for each other, and how many go into one. */
const limits = { underWay: 2, together: 64 }

/**
 * Makes one question of those that come while others are under way. Who comes when there is room goes at once, so it
 * never waits longer than for the one before; and as each is asked after it came, none gets an answer older than itself.
 *
 * @param ask answers several in the order given
 * @returns what asks for one. If a question for several fails, each is asked by itself: one that cannot be answered spoils nobody else's.
 */
export function askTogether<Asked, Answer>(ask: (several: readonly Asked[]) => Promise<readonly Answer[]>): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = []
  let underWay = 0

  async function answer(several: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await ask(several.map(({ asked }) => asked))
      if (answers.length !== several.length) throw new Error(`${several.length} were asked about and ${answers.length} answered`)
      for (const [index, { done }] of several.entries()) done(answers[index] as Answer)
    } catch (fault) {
      const [alone] = several
      if (several.length === 1 && alone) alone.fail(fault)
      else for (const one of several) await answer([one])
    }
  }

  async function go(): Promise<void> {
    underWay += 1
    await answer(waiting.splice(0, limits.together))
    underWay -= 1
    if (waiting.length > 0) void go()
  }

  return (asked) =>
    new Promise((done, fail) => {
      waiting.push({ asked, done, fail })
      if (underWay < limits.underWay) void go()
    })
}
