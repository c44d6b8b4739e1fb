import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { inngestKeys } from '../support/inngest-world.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const folder = mkdtempSync(join(tmpdir(), 'coursecove-choice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes down each package of Inngest's that a program loads, or says that it is not there. */
function watchLoads(name: string, isMissing = false): { environment: Record<string, string>; loaded: () => string[] } {
  const [hook, notes] = [join(folder, `${name}.mjs`), join(folder, `${name}.txt`)]
  writeFileSync(notes, '')
  writeFileSync(hook, `
    import { appendFileSync } from 'node:fs'
    import { registerHooks } from 'node:module'
    registerHooks({
      resolve(specifier, context, next) {
        if (${isMissing} && /^inngest/.test(specifier)) throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
        const found = next(specifier, context)
        const name = /node_modules\\/(inngest|@inngest\\/[^/]+|@opentelemetry\\/sdk[^/]+)\\//.exec(found.url)?.[1]
        if (name) appendFileSync(${JSON.stringify(notes)}, name + '\\n')
        return found
      },
    })`)
  return { environment: { NODE_OPTIONS: `--import ${pathToFileURL(hook).href}` }, loaded: () => [...new Set(readFileSync(notes, 'utf8').split('\n').filter(Boolean))] }
}

describe('which queue there is', () => {
  it('in the database: web and worker load nothing of Inngest, and its address is not there', async () => {
    const watch = watchLoads('database')
    const web = await ground().startWeb({ ...watch.environment, INNGEST_EVENT_KEY: 'test', INNGEST_SIGNING_KEY: 'test' })
    await ground().startWorker(watch.environment)
    expect((await fetch(`${web.url}/api/inngest`, { method: 'PUT' })).status).toBe(404)
    expect(watch.loaded()).toEqual([])
  })

  it('Inngest: it is loaded, health asks for no worker, and a worker that runs all the same stops when asked', async () => {
    const watch = watchLoads('inngest')
    const settings = { ...watch.environment, ...inngestKeys, INNGEST_BASE_URL: 'http://127.0.0.1:9' }
    const web = await ground().startWeb(settings)
    expect(await (await fetch(`${web.url}/api/health`)).json()).toMatchObject({ isWell: true, worker: 'not needed' })
    expect(web.output()).toContain('jobs are sent to Inngest')
    expect((await fetch(`${web.url}/api/inngest`)).status).toBe(401)
    expect(watch.loaded()).toContain('inngest')
    const worker = await ground().startWorker(settings)
    await worker.kill('SIGTERM')
    expect(await worker.ended).toBe('code 0')
  })

  it('Inngest without its package: the web process ends and says what to do', async () => {
    const watch = watchLoads('missing', true)
    const web = ground().startWeb({ ...watch.environment, ...inngestKeys })
    const said = await web.then(async (program) => {
      await program.ended
      return program.output()
    }, (fault: Error) => fault.message)
    expect(said).toContain('Run \\"npm install inngest\\"')
  })
})
