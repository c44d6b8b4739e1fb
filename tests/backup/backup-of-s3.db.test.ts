import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { backupInstallation } from '../../bin/parts/backup-installation.ts'
import { openFileStore } from '../../bin/parts/file-store.ts'
import { restoreInstallation } from '../../bin/parts/restore-installation.ts'
import { startS3Emulator } from '../../emulators/s3/start-s3-emulator.ts'
import { buildWorld } from '../isolation/world.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { useEmptyPlaces } from './empty-place.ts'

const database = useTestDatabase()
const places = useEmptyPlaces()
const say = () => {}
const key = (name: string) => `01900000-0000-7000-8000-00000000000a/01900000-0000-7000-8000-0000000000${name}.pdf`

it('files that rest in a bucket are in the backup, and go into the bucket of the place it is restored into', { timeout: 120_000 }, async () => {
  const { superuser, source } = database()
  await buildWorld(superuser)
  await superuser.query(`update files set status = 'refused'`)
  const ids = (await superuser.query<{ id: string }>('select id from files order by id limit 2')).rows.map(({ id }) => id)
  for (const [index, id] of ids.entries()) await superuser.query(`update files set status = 'ready', storage_key = $1, sha256 = null where id = $2`, [key(`0${index}`), id])

  const emulators = [await open('before'), await open('after')]
  const [before, after] = emulators.map(({ store }) => store)
  if (!before || !after) throw new Error('no stores')
  try {
    const score = Buffer.alloc(3_000_000, 'a score ')
    await before.write(key('00'), score)
    const folder = join(places.folder(), 'backup')
    const made = await backupInstallation({ source, dataDir: join(places.folder(), 'data'), store: before, folder, withSecret: true, say })
    expect(made.manifest.files.count).toBe(1)
    expect(made.broken).toEqual([`files/${key('01')} is missing`])
    expect(readFileSync(join(folder, 'files', 'files', key('00'))).equals(score)).toBe(true)

    const place = await places.make()
    await restoreInstallation({ folder, dataDir: place.dataDir, store: after, appSecret: place.source.appSecret, isSecretNew: false, withDatabase: (work) => work(place.source), say })
    const found = await buffer(await after.read(key('00'), { start: 0, end: score.length - 1 }))
    expect(createHash('sha256').update(found).digest('hex')).toBe(createHash('sha256').update(score).digest('hex'))
    expect(existsSync(join(place.dataDir, 'files', key('00')))).toBe(false)
  } finally {
    for (const { close } of emulators) await close()
  }
})

async function open(name: string) {
  const emulator = await startS3Emulator({ port: 0, directory: join(places.folder(), name), bucket: name, origins: [] })
  const store = openFileStore({ S3_BUCKET: name, S3_ENDPOINT: emulator.url, S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' })
  return { store, close: emulator.close }
}
