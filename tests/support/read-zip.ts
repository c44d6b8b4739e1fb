import { text } from 'node:stream/consumers'
import { openPromise } from 'yauzl'

/** The files of a zip by their names. */
export async function readZip(path: string): Promise<Record<string, string>> {
  const zip = await openPromise(path, { lazyEntries: true })
  const files: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
  return files
}
