import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askTogether } from './ask-together.ts'

/** A database that answers when it is told to. */
function slowly() {
  const asked: string[][] = []
  const open: (() => void)[] = []
  const ask = askTogether(async (several: readonly string[]) => {
    asked.push([...several])
    await new Promise<void>((done) => open.push(done))
    if (several.includes('poison')) throw new Error('poison')
    return several.map((one) => one.toUpperCase())
  })
  const answerNext = async () => {
    open.shift()?.()
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  return { ask, asked, open, answerNext }
}

describe('questions that come together', () => {
  it('go at once while there is room, and then in one', async () => {
    const { ask, asked, answerNext } = slowly()
    const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask))
    expect(asked).toEqual([['a'], ['b']])
    await answerNext()
    expect(asked).toEqual([['a'], ['b'], ['c', 'd', 'e']])
    await answerNext()
    await answerNext()
    expect(await answers).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it('are asked by themselves when one of them cannot be answered, which alone fails', async () => {
    const { ask, open, answerNext } = slowly()
    const answers = Promise.allSettled(['a', 'b', 'c', 'poison', 'e'].map(ask))
    while (open.length > 0) await answerNext()
    expect((await answers).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(['A', 'B', 'C', 'Error: poison', 'E'])
  })

  it('each get their own answer, however they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 90 }), { maxLength: 4 }), async (waves) => {
        const ask = askTogether(async (several: readonly string[]) => {
          await Promise.resolve()
          return several.map((one) => `${one}!`)
        })
        const answers = waves.map(async (wave) => {
          const found = Promise.all(wave.map(ask))
          await Promise.resolve()
          return found
        })
        expect(await Promise.all(answers)).toEqual(waves.map((wave) => wave.map((one) => `${one}!`)))
      }),
    )
  })

  it('fail when the answers are not as many as they are', async () => {
    const ask = askTogether(async () => [])
    await expect(ask('a')).rejects.toThrow('1 were asked about and 0 answered')
  })
})
