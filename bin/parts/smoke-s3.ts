import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { openFileStore } from './file-store.ts'
import type { SmokeRow } from './smoke-table.ts'

/** Whose pages send files: the origin to ask the bucket's rules about. */
export interface S3Wishes {
  origin: string | undefined
}

const pieceBytes = 5 * 1024 ** 2
const bytes = Buffer.alloc(pieceBytes + 10, 's')

/**
 * Looks whether the store does what CourseCove needs: it writes two small objects under a name of this look, and removes
 * them again.
 *
 * @throws Error with a sentence when there is no bucket
 */
export async function smokeS3(env: NodeJS.ProcessEnv, { origin }: S3Wishes, say: (line: string) => void): Promise<SmokeRow[]> {
  const store = openFileStore(env)
  if (!store?.direct) throw new Error('There is no bucket: set S3_BUCKET and what goes with it, in the shell or in .env.local. Nothing was asked.')

  const { direct } = store
  const [key, big] = [`smoke/${randomUUID()}`, `smoke/${randomUUID()}`]
  say(`S3 at ${env.S3_ENDPOINT ?? `AWS, ${env.S3_REGION ?? 'us-east-1'}`}, bucket ${env.S3_BUCKET}\n`)
  const rows = [
    await look('writing and reading', async () => {
      await store.write(key, Buffer.from('0123456789'))
      const read = await text(await store.read(key, { start: 2, end: 5 }))
      return read === '2345' ? 'a part of an object, as it was written' : fail(`read ${read} instead of 2345`)
    }),
    await look('an upload in pieces', async () => {
      const id = await direct.begin(big)
      for (const number of [1, 2]) await put(await direct.signPiece(big, id, number), bytes.subarray((number - 1) * pieceBytes, number * pieceBytes))
      const sent = await direct.listSent(big, id)
      if (sent?.length !== 2) fail(`the store lists ${sent?.length ?? 'no'} pieces of 2`)
      await direct.join(big, id)
      const found = await store.find(big)
      return found?.sizeBytes === bytes.length ? '2 pieces by signed links, joined, found whole' : fail(`it has ${found?.sizeBytes ?? 'no'} bytes of ${bytes.length}`)
    }),
    await look('a copy', async () => {
      await store.copy(big, `${big}.copy`)
      return (await store.find(`${big}.copy`)) ? 'made by the store itself' : fail('it is not there')
    }),
    await look('a link', async () => {
      const link = await store.signLink(key, { expiresInSeconds: 60, mediaType: 'text/plain', disposition: 'inline' })
      if (!link) return 'not used: S3_SERVE=through'
      const answer = await fetch(link)
      return answer.ok && answer.headers.get('content-type') === 'text/plain' ? 'opens for whoever has it, with the type that was signed' : fail(`answered ${answer.status}, ${answer.headers.get('content-type')}`)
    }),
    origin ? await look('the rules for pages', async () => {
      const url = await direct.signPiece(key, 'none', 1)
      const answer = await fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } })
      return answer.ok && answer.headers.has('access-control-allow-origin') ? `${origin} may send` : fail(`${origin} may not send: see "What the bucket needs" in docs/guides/files-on-s3.md`)
    }) : { what: 'the rules for pages', outcome: 'not run', says: 'add --origin https://school.example.com' } as const,
  ]
  rows.push(await look('removing', async () => {
    for (const name of [key, big, `${big}.copy`]) await store.remove(name)
    return (await store.find(big)) ? fail('it is still there') : 'what this look wrote'
  }))
  return rows
}

async function put(url: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body })
  if (!answer.ok) throw new Error(`a piece was answered with ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
}

async function look(what: string, work: () => Promise<string>): Promise<SmokeRow> {
  try {
    return { what, outcome: 'ok', says: await work() }
  } catch (fault) {
    return { what, outcome: 'failed', says: fault instanceof Error ? fault.message : String(fault) }
  }
}

function fail(sentence: string): never {
  throw new Error(sentence)
}
