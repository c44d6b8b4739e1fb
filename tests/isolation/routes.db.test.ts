import { Hono } from 'hono'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { mountApi } from '../../src/app/api/mount-api.ts'
import { fileHost } from '../../src/app/api/files.ts'
import { answerFault } from '../../src/app/http/answer-fault.ts'
import type { App } from '../../src/wiring.ts'
import { testBaseDomain, useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { compareAnswers, type Ask } from './answers.ts'
import { apiProbes, pageProbes, topicProbes } from './probes.ts'
import { findGaps, readApi, readPages } from './routes.ts'
import { buildWorld, type School } from './world.ts'

const database = useTestDatabase()
const app = useTestApp(database)

/** The API as it is mounted; who is signed in is identity's to test, here a header says it. */
function openApi(): Hono {
  const { identity } = app()
  const known: App = {
    ...app(),
    identity: { ...identity, findViewer: async (headers) => { const userId = headers.get('x-test-user'); return userId ? { userId, name: 'N', email: null, isOperator: false, language: null } : null } },
  }
  const web = new Hono()
  web.onError(answerFault)
  web.use('*', fileHost(known))
  mountApi(web, known)
  return web
}

const asks = (web: Hono, school: School, userId: string): Ask => (path, method) => {
  const host = `${school.slug}.${testBaseDomain}`
  return Promise.resolve(web.request(`http://${host}${path}`, {
    method, headers: { host, origin: `http://${host}`, 'x-test-user': userId, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', ...(method === 'PATCH' ? { 'Content-Type': 'application/offset+octet-stream' } : {}) },
    ...(method === 'PATCH' ? { body: 'x' } : {}),
  }))
}

describe('every route', () => {
  it('has a probe that says whose ids it takes', () => {
    const [pages, api] = [readPages(), readApi(openApi())]
    console.log(`routes: ${pages.length} pages and ${api.length} addresses of the API, each with a probe or a reason`)
    expect(findGaps(pages, pageProbes)).toEqual([])
    expect(findGaps(api, apiProbes)).toEqual([])
  })

  it('without a probe is found missing', () => {
    expect(findGaps([{ pattern: 'new/:thingId', params: ['thingId'], hasAction: false }], [])).toHaveLength(1)
    expect(findGaps([{ pattern: 'new/:thingId', params: ['thingId'], hasAction: true }], [{ pattern: 'new/:thingId', ids: {}, methods: ['GET'] }])).toHaveLength(2)
    expect(findGaps([], [{ pattern: 'gone', because: 'it went' }])).toHaveLength(1)
  })
})

describe('the API answers the other school\'s ids like ids of nobody', () => {
  it('uploads and live topics, for the owner of the other school at either host', async () => {
    const { a, b } = await buildWorld(database().superuser)
    const web = openApi()
    const faults: string[] = []
    let asked = 0
    for (const host of [a, b]) {
      const ask = asks(web, host, b.people.owner)
      const ids = (source: string) => ({ others: String(a.samples[source.split('.')[0] ?? '']?.[source.split('.')[1] ?? '']), nobodys: v7() })
      for (const probe of apiProbes) {
        if ('because' in probe) continue
        for (const method of probe.methods) {
          asked += 1
          faults.push(...(await compareAnswers(ask, method, (id) => probe.pattern.replace(/:\w+/, id), ids(probe.ids.id ?? ''))))
        }
      }
      for (const topic of topicProbes) {
        // At home the owner hears what is the own school's: only ids of the other are asked for there.
        const [name = '', source] = topic.split(':')
        if (!source && host === b) continue
        asked += 1
        const path = (id: string) => `/api/live?topics=${source ? `${name}:${id}` : id}`
        faults.push(...(await compareAnswers(ask, 'GET', path, source ? ids(source) : { others: name, nobodys: 'no-such-topic' })))
      }
    }
    // The control: at home the very same addresses answer.
    const atHome = asks(web, a, a.people.owner)
    for (const path of [`/api/uploads/${String(a.samples.files?.id)}`, '/api/live?topics=orders']) {
      const answer = await atHome(path, 'GET')
      await answer.body?.cancel()
      expect(answer.status, path).toBe(200)
    }
    console.log(`routes: ${asked} addresses of the API asked with another school's ids, ${faults.length} told apart from nobody's`)
    expect(faults).toEqual([])
  })
})
