import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStorage } from '#modules/files/ports.ts'

const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f-]{36}(\.[a-z0-9]{1,5})?$/

/**
 * Files in a folder of this machine.
 *
 * @param root the folder; made when the first file comes
 */
export function localFileStorage(root: string): FileStorage {
  const pathOf = (storageKey: string): string => {
    // The last wall: a key that could climb out of the folder is never opened, whoever made it.
    if (!keyPattern.test(storageKey)) throw new TypeError('this is no storage key')
    return join(root, storageKey)
  }
  return {
    direct: null,
    async signLink() {
      return null
    },
    async copy(from, to) {
      await copyFile(pathOf(from), `${pathOf(to)}.part`)
      await rename(`${pathOf(to)}.part`, pathOf(to))
    },
    async takeIn(storageKey, path) {
      const target = pathOf(storageKey)
      await mkdir(dirname(target), { recursive: true })
      await rename(path, target).catch(async (fault: NodeJS.ErrnoException) => {
        if (fault.code !== 'EXDEV') throw fault
        await copyFile(path, target)
        await rm(path)
      })
    },
    async write(storageKey, bytes) {
      const target = pathOf(storageKey)
      await mkdir(dirname(target), { recursive: true })
      // Whole or not at all: a reader never meets half a file.
      await writeFile(`${target}.part`, bytes)
      await rename(`${target}.part`, target)
    },
    async find(storageKey) {
      try {
        const found = await stat(pathOf(storageKey))
        return { sizeBytes: found.size, modifiedAt: found.mtime }
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw fault
      }
    },
    async read(storageKey, range) {
      return createReadStream(pathOf(storageKey), { start: range.start, end: range.end })
    },
    async remove(storageKey) {
      await rm(pathOf(storageKey), { force: true })
    },
  }
}
