import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClock } from './clock.ts'
import type { Delivery } from './deliveries.ts'
import { createDeliveries } from './deliveries.ts'
import { takeApiFault, takeWebhookFault } from './faults.ts'
import { nextId } from './ids.ts'
import { html } from './page.ts'
import { createPool } from './pool.ts'
import { postToTarget } from './post-to-target.ts'
import { openStateFile, readStateFile } from './state-file.ts'

describe('the clock', () => {
  test('runs with the machine, plus what it was wound', () => {
    let machine = 1_000_000
    const clock = createClock(() => machine)
    let told = 0
    const stop = clock.onAdvance(() => (told += 1))
    clock.advance(60)
    machine += 5000
    expect([clock.now(), clock.offsetSeconds(), told]).toEqual([1065, 60, 1])
    stop()
    clock.advance(0)
    expect(told).toBe(1)
    expect(() => clock.advance(-1)).toThrow(RangeError)
  })
})

describe('ids', () => {
  test('are the same for the same seed, and never twice', () => {
    const first = { seed: 'a', count: 0 }
    const again = { seed: 'a', count: 0 }
    const made = Array.from({ length: 500 }, () => nextId(first, 'evt_'))
    expect(made.slice(0, 3)).toEqual([1, 2, 3].map(() => nextId(again, 'evt_')))
    expect(new Set(made).size).toBe(500)
    expect(made[0]).toMatch(/^evt_[0-9A-Za-z]{24}$/)
    expect(nextId({ seed: 'b', count: 0 }, 'evt_')).not.toBe(made[0])
  })
})

describe('the state file', () => {
  let folder = ''
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'emulator-core-')) })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is written whole at a flush, and only when something changed', () => {
    const path = join(folder, 'deep', 'state.json')
    const file = openStateFile(path, () => '{"a":1}')
    file.flush()
    expect(existsSync(path)).toBe(false)
    file.changed()
    file.flush()
    expect(readStateFile(path)).toEqual({ a: 1 })
    expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json'])
  })

  test('absent is null, and damaged is an error', () => {
    expect(readStateFile(join(folder, 'none.json'))).toBe(null)
    writeFileSync(join(folder, 'bad.json'), '{"a":')
    expect(() => readStateFile(join(folder, 'bad.json'))).toThrow(SyntaxError)
  })
})

describe('faults', () => {
  test('touch what they name and are used up', () => {
    const faults = {
      webhooks: [{ kind: 'drop' as const, types: ['a.b'], times: 1, count: 2 }],
      api: [{ kind: 'rate_limit' as const, path: '/v1/refunds', times: null, status: 500, retryAfterSeconds: 1, seconds: 1 }],
    }
    expect(takeWebhookFault(faults, ['drop'], 'c.d')).toBe(null)
    expect(takeWebhookFault(faults, ['delay'], 'a.b')).toBe(null)
    expect(takeWebhookFault(faults, ['drop'], 'a.b')?.kind).toBe('drop')
    expect(takeWebhookFault(faults, ['drop'], 'a.b')).toBe(null)
    expect(takeApiFault(faults, 'GET', '/v1/charges')).toBe(null)
    for (const _ of [1, 2, 3]) expect(takeApiFault(faults, 'GET', '/v1/refunds/x')?.kind).toBe('rate_limit')
  })
})

test('a pool runs no more at once than it is wide, in the order they came, whatever fails', async () => {
  const pool = createPool(2)
  const ends: (() => void)[] = []
  const started: number[] = []
  const all = [0, 1, 2, 3].map((which) => pool(() => {
    started.push(which)
    return new Promise((resolve, reject) => { ends[which] = which === 0 ? () => reject(new Error('broke')) : resolve })
  }))
  const first = expect(all[0]).rejects.toThrow('broke')
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  ends[0]?.()
  await first
  expect(started).toEqual([0, 1, 2])
  ends[1]?.()
  await all[1]
  ends[2]?.()
  await all[2]
  ends[3]?.()
  await all[3]
  expect(started).toEqual([0, 1, 2, 3])
})

test('a burst of deliveries comes to its end, and what has ended is forgotten in heaps', async () => {
  const deliveries: Delivery[] = []
  let made = 0
  const engine = createDeliveries({
    clock: createClock(), retrySeconds: [], timeoutMs: 1, concurrency: 4, deliveries: () => deliveries, faults: () => ({ webhooks: [], api: [] }),
    // No event is there any more, so each fails without a word over the wire.
    newId: () => `d${made += 1}`, compose: () => null, changed: () => undefined,
  })
  const target = { id: 't', url: 'http://127.0.0.1:9/' }
  for (let turn = 0; turn < 2500; turn += 1) engine.enqueue('e', 'a.b', target)
  await engine.settled()
  expect([deliveries.length, deliveries.every((one) => one.status === 'failed')]).toEqual([2500, true])
  for (let turn = 0; turn < 600; turn += 1) engine.enqueue('e', 'a.b', target)
  await engine.settled()
  expect([deliveries.length, deliveries.at(-1)?.id]).toEqual([1100, 'd3100'])
  await engine.stop()
})

test('markup escapes what is not markup', () => {
  const inner = html`<b>${'<i>&"\''}</b>`
  expect(html`${inner}${[inner]}${null}${false}${7}`.markup).toBe('<b>&lt;i&gt;&amp;&quot;&#39;</b><b>&lt;i&gt;&amp;&quot;&#39;</b>7')
})

test('a target that nobody listens at is an outcome, not an exception', async () => {
  expect(await postToTarget('http://127.0.0.1:9/', '{}', {}, 1000)).toMatchObject({ status: null, error: expect.stringContaining('ECONNREFUSED') })
})
