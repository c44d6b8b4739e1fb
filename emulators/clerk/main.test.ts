import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createClerkClient, verifyToken } from '@clerk/backend'
import { afterEach, describe, expect, test } from 'vitest'
import { postJson, SECRET, startReceiver, until } from './emulator-harness.ts'
import { generatePrivateKey } from './signing-keys.ts'

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => { for (const close of closers.splice(0).reverse()) await close() })

/** Runs the program itself and waits for the line that it prints. */
async function run(environment: Record<string, string>): Promise<{ child: ChildProcess; url: string; output: () => string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env: { PATH: process.env.PATH, PORT: '0', ...environment } })
  closers.push(() => { child.kill('SIGKILL') })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  // A program of its own takes its time to start on a busy machine.
  for (let turn = 0; turn < 5 && !output.includes('\n') && child.exitCode === null; turn += 1) await until(() => output.includes('\n') || child.exitCode !== null).catch(() => null)
  return { child, url: /(http:\S+)\n/.exec(output)?.[1] ?? '', output: () => output }
}

describe('the program', () => {
  test('takes its settings from the environment, and its connection page says how to reach it', async () => {
    const receiver = await startReceiver()
    closers.push(receiver.close)
    const { url } = await run({
      CLERK_SECRET_KEY: 'sk_test_of_env', CLERK_EMULATOR_PRIVATE_KEY: generatePrivateKey().replaceAll('\n', '\\n'), CLERK_EMULATOR_TOKEN_VERSION: '1',
      CLERK_EMULATOR_TOKEN_SECONDS: '30', CLERK_EMULATOR_LOAD: '{"users":20,"organizations":2}', PUBLIC_URL: 'http://accounts.coursecove.localhost:12112',
      CLERK_EMULATOR_WEBHOOKS: JSON.stringify([{ url: receiver.url, secret: SECRET }]), CLERK_EMULATOR_ROLES: '{"org:teacher":{"name":"Teacher","permissions":["org:courses:manage"]}}',
    })
    const connection = await (await fetch(`${url}/_emulator/connection`)).json()
    expect(connection.CLERK_PUBLISHABLE_KEY).toBe(`pk_test_${Buffer.from('accounts.coursecove.localhost:12112$').toString('base64')}`)
    const clerk = createClerkClient({ apiUrl: url, secretKey: 'sk_test_of_env', telemetry: { disabled: true } })
    const page = await clerk.users.getUserList({ limit: 1 })
    expect(page.totalCount).toBe(20)
    const { id } = await postJson<{ id: string }>(`${url}/_emulator/sessions`, { user: page.data[0]?.id })
    const claims = await verifyToken((await clerk.sessions.getToken(id)).jwt, { jwtKey: connection.CLERK_JWT_KEY })
    expect(claims).toMatchObject({ org_role: 'org:member', iss: 'http://accounts.coursecove.localhost:12112' })
    expect(claims.exp - claims.iat).toBe(30)
    await until(() => receiver.types().includes('session.created'))
  }, 30_000)

  test('prints one line, and stops cleanly on SIGTERM', async () => {
    const { child, output } = await run({})
    expect(output()).toMatch(/^clerk emulator listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  }, 30_000)

  test('does not start with a bad configuration, and names every fault', async () => {
    const { child, output } = await run({ PORT: 'many', CLERK_EMULATOR_RETRY_SECONDS: 'soon', CLERK_EMULATOR_WEBHOOKS: '{', CLERK_SECRET_KEY: 'secret', CLERK_EMULATOR_LOAD: '{"people":1}' })
    if (child.exitCode === null) await once(child, 'exit')
    expect(child.exitCode).toBe(1)
    for (const name of ['PORT', 'CLERK_EMULATOR_RETRY_SECONDS', 'CLERK_EMULATOR_WEBHOOKS', 'CLERK_SECRET_KEY', 'CLERK_EMULATOR_LOAD']) expect(output()).toContain(name)
  }, 30_000)
})
