import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startInngestEmulator, type InngestEmulator } from '../../emulators/inngest/start-inngest-emulator.ts'
import { runSmoke } from '../../tests/support/run-smoke.ts'

const keys = { INNGEST_EVENT_KEY: 'an-event-key-of-these-tests', INNGEST_SIGNING_KEY: `signkey-test-${'ab12'.repeat(16)}` }
let emulator: InngestEmulator
beforeAll(async () => { emulator = await startInngestEmulator({ port: 0, eventKey: keys.INNGEST_EVENT_KEY, signingKey: keys.INNGEST_SIGNING_KEY }) })
beforeEach(() => emulator.setFaults({}))
afterAll(() => emulator.close())

const environment = () => ({ ...keys, INNGEST_BASE_URL: emulator.url })
const smoke = (args: string[], env: Record<string, string>) => runSmoke(['inngest', ...args], env)

describe('npm run smoke -- inngest', () => {
  it('reads only, and says what it did not look at', async () => {
    const { code, text } = await smoke([], environment())
    expect(text).toMatch(/✓ signing key +ok +taken/)
    expect(text).toMatch(/– an event, by the event key +not run +add --write/)
    expect(text).toMatch(/– a call, signed +not run +add --wait/)
    const { events, functions } = emulator.state()
    expect([code, events.length, functions.size]).toEqual([0, 0, 0])
  })

  it('with --write sends an event, and finds it by the signing key', async () => {
    const { code, text } = await smoke(['--write'], environment())
    expect(text).toMatch(/✓ an event, by the event key +ok +\w+ was taken, and the signing key finds it/)
    expect([code, emulator.state().events.map(({ event }) => event.name), emulator.state().runs.size]).toEqual([0, ['coursecove/smoke'], 0])
  })

  it('with --wait registers an app of its own, and is called by a signature that fits', async () => {
    const { code, text } = await smoke(['--wait', '0', '--seconds', '60'], environment())
    expect(text).toMatch(/✓ a call, signed +ok +run \w+/)
    expect([code, [...emulator.state().functions.keys()]]).toEqual([0, ['coursecove-smoke-smoke']])
  })

  it('knows a call whose signature does not fit', async () => {
    emulator.setFaults({ webhooks: [{ kind: 'bad_signature', times: null, types: ['coursecove-smoke-smoke'] }] })
    const { code, text } = await smoke(['--wait', '0', '--seconds', '3'], environment())
    expect(text).toMatch(/✗ a call, signed +failed +nothing called in 3 s/)
    expect(code).toBe(1)
  })

  it.each([
    ['without keys', {}, 'There are no keys of Inngest: set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY'],
    ['with the dummy of many guides', { INNGEST_EVENT_KEY: 'test' }, 'There are no keys of Inngest'],
    ['with one key of two', { INNGEST_EVENT_KEY: 'x' }, 'INNGEST_SIGNING_KEY: is missing'],
  ])('asks nobody anything %s, and says so', async (_, env, sentence) => {
    const { code, text } = await smoke(['--write'], env)
    expect(text).toContain(sentence)
    expect([code, text.includes('at file://')]).toEqual([1, false])
  })

  it('says what is wrong with a key, and never the key', async () => {
    const others = { INNGEST_EVENT_KEY: 'the-event-key-of-another', INNGEST_SIGNING_KEY: `signkey-test-${'cd34'.repeat(16)}` }
    const { code, text } = await smoke(['--write'], { ...environment(), ...others })
    expect(text).toMatch(/✗ signing key +failed +401: this environment of Inngest has another signing key/)
    expect(text).toMatch(/✗ an event, by the event key +failed/)
    expect([code, Object.values(others).some((key) => text.includes(key))]).toEqual([1, false])
  })
})
