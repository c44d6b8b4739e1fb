import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import { afterEach, describe, expect, test } from 'vitest'
import { createSession, SECRET, startReceiver, until } from './emulator-harness.ts'

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => { for (const close of closers.splice(0).reverse()) await close() })

/** Runs the program itself and waits for the line that it prints. */
async function run(environment: Record<string, string>): Promise<{ child: ChildProcess; port: number; output: () => string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env: { PATH: process.env.PATH, PORT: '0', ...environment } })
  closers.push(() => { child.kill('SIGKILL') })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  await until(() => output.includes('\n') || child.exitCode !== null)
  return { child, port: Number(/:(\d+)\n/.exec(output)?.[1]), output: () => output }
}

const sdk = (port: number, key = 'sk_test_of_env') => new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })

describe('the program', () => {
  test('killed in the middle, it goes on with its deliveries when started again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stripe-emulator-'))
    closers.push(() => rmSync(folder, { recursive: true }))
    const receiver = await startReceiver()
    closers.push(receiver.close)
    const environment = {
      STRIPE_SECRET_KEY: 'sk_test_of_env', STRIPE_EMULATOR_STATE: join(folder, 'state.json'), STRIPE_EMULATOR_RETRY_SECONDS: '1,1,1',
      STRIPE_EMULATOR_WEBHOOKS: JSON.stringify([{ url: receiver.url, secret: SECRET, connect: false, thin: false }]),
    }
    const first = await run(environment)
    receiver.answerNext(500)
    const session = await createSession(sdk(first.port), 1000)
    await sdk(first.port).checkout.sessions.expire(session.id)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await run(environment)
    expect(await sdk(second.port).checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'expired' })
    // The first answer was 500, so the event is delivered only when it comes a second time. The try
    // before the kill may not have happened; then both come from the program's second life.
    await until(() => receiver.received.length === 2)
    expect(new Set(receiver.received.map((one) => one.event.type))).toEqual(new Set(['checkout.session.expired']))
    expect(new Set(receiver.received.map((one) => one.event.id)).size).toBe(1)
  }, 15_000)

  test('prints one line, and stops cleanly on SIGTERM', async () => {
    const { child, output } = await run({})
    expect(output()).toMatch(/^stripe emulator listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  test('does not start with a bad configuration, and names every fault', async () => {
    const { child, output } = await run({ PORT: 'many', STRIPE_EMULATOR_RETRY_SECONDS: 'soon', STRIPE_EMULATOR_WEBHOOKS: '{' })
    if (child.exitCode === null) await once(child, 'exit')
    expect(child.exitCode).toBe(1)
    for (const name of ['PORT', 'STRIPE_EMULATOR_RETRY_SECONDS', 'STRIPE_EMULATOR_WEBHOOKS']) expect(output()).toContain(name)
  })
})
