import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RowMarker, type RowsSeen } from './mark-rows.ts'

const row = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\n', '\\n'))

it('the mark is the same however the rows are cut into pieces and in whatever order they lie', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.array(fc.nat(60), { maxLength: 20 }), fc.infiniteStream(fc.double()), async (rows, cuts, chances) => {
    const shuffled = rows.map((text) => ({ text, at: Number(chances.next().value) || 0 })).sort((one, other) => one.at - other.at).map(({ text }) => text)
    const [whole, inPieces] = [await see(rows, []), await see(shuffled, cuts)]
    expect(inPieces).toMatchObject({ rows: rows.length, bytes: whole.bytes, rowMark: whole.rowMark })
  }))
})

it('the mark is another one when a row is lost, doubled or changed', async () => {
  const rows = ['1\tMei', '2\tKevin', '3\t\\N']
  const seen = await see(rows, [])
  for (const other of [rows.slice(1), [...rows, '1\tMei'], ['1\tMei', '1\tMei', '2\tKevin'], ['1\tMei', '2\tKevin', '3\t']]) {
    expect((await see(other, [])).rowMark).not.toBe(seen.rowMark)
  }
})

async function see(rows: string[], cuts: number[]): Promise<RowsSeen> {
  const bytes = Buffer.from(rows.map((text) => `${text}\n`).join(''))
  const marker = new RowMarker()
  await pipeline(Readable.from(pieces(bytes, cuts)), marker, async (source) => {
    for await (const _ of source) continue
  })
  return marker.seen()
}

function* pieces(bytes: Buffer, cuts: number[]): Generator<Buffer> {
  let from = 0
  for (const size of cuts) {
    if (size > 0 && from < bytes.length) yield bytes.subarray(from, (from += size))
  }
  if (from < bytes.length) yield bytes.subarray(from)
}
