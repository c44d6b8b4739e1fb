import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { FileStorage, OwnFile } from '#modules/files/index.ts'
import type { OwnData } from './collect-own-data.ts'

/** More than that no one downloads in one piece; what is left out is named in the archive. */
export const fileBytesMax = 2 * 1024 ** 3

/**
 * Writes what is known of a person as a zip: a JSON file for each list, and the files they brought, one after the other
 * straight from storage. Nothing is held in memory but the lists.
 *
 * @param path where it is written; an older attempt is written over
 * @returns how many bytes it has, and how many files were left out because they are too much or gone
 */
export async function writeArchive(storage: FileStorage, { lists, files }: OwnData, path: string): Promise<{ sizeBytes: number; leftOut: number }> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  // A file that cannot be read ends the archive: half of one would pass for a whole.
  zip.on('error', (fault: Error) => output.destroy(fault))
  const written = pipeline(output, createWriteStream(path, { mode: 0o600 }))
  const { chosen, leftOut } = await choose(storage, files)
  zip.addBuffer(Buffer.from(readme(leftOut)), 'README.txt')
  for (const [name, rows] of Object.entries(lists)) zip.addBuffer(Buffer.from(`${JSON.stringify(rows, null, 2)}\n`), `${name}.json`)
  for (const file of chosen) {
    zip.addReadStreamLazy(`files/${entryName(file)}`, { compress: false, mtime: file.since }, (give) => {
      storage.read(file.storageKey, { start: 0, end: file.sizeBytes - 1 }).then(
        (bytes) => give(null, bytes),
        (fault: Error) => output.destroy(fault),
      )
    })
  }
  zip.end()
  await written
  return { sizeBytes: (await stat(path)).size, leftOut: leftOut.length }
}

/** The newest files first, until it is too much. */
async function choose(storage: FileStorage, files: readonly OwnFile[]): Promise<{ chosen: OwnFile[]; leftOut: OwnFile[] }> {
  const [chosen, leftOut]: [OwnFile[], OwnFile[]] = [[], []]
  let bytes = 0
  for (const file of files) {
    const stored = await storage.find(file.storageKey)
    const fits = stored !== null && stored.sizeBytes > 0 && bytes + stored.sizeBytes <= fileBytesMax
    if (fits) bytes += stored.sizeBytes
    if (fits) chosen.push({ ...file, sizeBytes: stored.sizeBytes })
    else leftOut.push(file)
  }
  return { chosen, leftOut }
}

/** The id keeps two files of one name apart; no name may lead out of the folder it is unpacked in. */
function entryName({ id, name }: OwnFile): string {
  const plain = name.normalize('NFC').replace(/[\p{Cc}/\\:*?"<>|]/gu, '-').replace(/^\.+/, '').slice(-120)
  return `${id.slice(-8)}-${plain || 'file'}`
}

function readme(leftOut: readonly OwnFile[]): string {
  const lines = ['This is a copy of what CourseCove knows of you.', '', 'Each .json file is one list; the folder files holds what you uploaded. Times are in UTC; amounts are in the smallest unit of their currency.']
  if (leftOut.length > 0) lines.push('', 'These files are not in it, because they are too large together or no longer there:', ...leftOut.map(({ name }) => `- ${name}`))
  return `${lines.join('\n')}\n`
}
