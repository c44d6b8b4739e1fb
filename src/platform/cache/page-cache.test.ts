import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseEncoding, packPage } from './pack-page.ts'
import { PageCache, type Claim, type SharedPage, type Waiting } from './page-cache.ts'

const page = (text: string): SharedPage => ({ headers: {}, etag: text, bodies: { identity: Buffer.from(text), br: Buffer.alloc(0), gzip: Buffer.alloc(0) } })

/** The truth about each school, and when a claim began to read it. */
interface Model { versions: Record<string, number>; told: Record<string, number>; isOpen: boolean; claims: { key: string; tag: string; read: number; claim: Claim }[] }

const [keys, tags] = [['a1', 'a2', 'b1'], ['a', 'b']]
const deed = fc.oneof(
  fc.record({ kind: fc.constant('begin' as const), key: fc.constantFrom(...keys) }),
  fc.record({ kind: fc.constant('finish' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('change' as const), tag: fc.constantFrom(...tags) }),
  fc.record({ kind: fc.constantFrom('tell' as const, 'tell' as const, 'cut' as const, 'stand' as const), tag: fc.constantFrom(...tags) }),
)

describe('pages that are kept', () => {
  it('are never older than what was told of their school, whatever is made, changed, told and cut in whatever order', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const cache = new PageCache(1024 ** 2)
        const model: Model = { versions: { a: 0, b: 0 }, told: { a: 0, b: 0 }, isOpen: false, claims: [] }
        for (const one of deeds) {
          act(cache, model, one)
          for (const key of keys) {
            const kept = cache.get(key)
            if (!model.isOpen) expect(kept).toBeUndefined()
            else if (kept) expect(Number(kept.etag), `${key} beside what was told`).toBeGreaterThanOrEqual(model.told[key.charAt(0)] ?? 0)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('go when there is no room, the one first that was not asked for longest', () => {
    const cache = new PageCache(8 * 1024)
    cache.open()
    for (const key of ['one', 'two', 'three']) {
      put(cache, key, 'x'.repeat(2500))
      cache.get('one')
    }
    expect(['one', 'two', 'three'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true])
  })

  it('are made by one, and the others hear what came of it', async () => {
    const cache = new PageCache(1024 ** 2)
    cache.open()
    const first = cache.claim('key') as Claim
    const others = [cache.claim('key') as Waiting, cache.claim('key') as Waiting]
    first.keep('a', page('1'))
    first.end(true)
    expect(await Promise.all(others)).toEqual(['made', 'made'])
    const next = cache.claim('other') as Claim
    const waiting = cache.claim('other')
    next.end(false)
    expect(await waiting).toBe('not-shared')
  })
})

function put(cache: PageCache, key: string, text: string): void {
  const claim = cache.claim(key) as Claim
  claim.keep(key.charAt(0), page(text))
  claim.end(true)
}

/** A change is told later than it is made, and in order. */
function act(cache: PageCache, model: Model, one: { kind: string; key?: string; tag?: string; at?: number }): void {
  const tag = one.tag ?? one.key?.charAt(0) ?? ''
  const version = model.versions[tag] ?? 0
  if (one.kind === 'begin') {
    const claim = cache.claim(one.key ?? '')
    if (!(claim instanceof Promise)) model.claims.push({ key: one.key ?? '', tag, read: version, claim })
  } else if (one.kind === 'finish') {
    const [done] = model.claims.splice((one.at ?? 0) % Math.max(1, model.claims.length), 1)
    done?.claim.keep(done.tag, page(String(done.read)))
    done?.claim.end(true)
  } else if (one.kind === 'change') model.versions[tag] = version + 1
  else if (one.kind === 'tell') {
    model.told[tag] = version
    cache.drop(tag)
  } else if (one.kind === 'cut') {
    model.isOpen = false
    cache.hold()
  } else {
    // What was said while nobody heard has been said.
    if (!model.isOpen) model.told = { ...model.versions }
    model.isOpen = true
    cache.open()
  }
}

it.each([
  ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['br;q=0.0,gzip;q=0.5', 'gzip'], ['br;q=0.5', 'br'], ['identity', 'identity'], ['', 'identity'], [undefined, 'identity'], ['GZIP', 'gzip'], ['xbr, gzipped', 'identity'],
])('who accepts %s gets %s', (accepted, encoding) => expect(chooseEncoding(accepted)).toBe(encoding))

it('a page that differs by a letter has another tag', async () => {
  const [one, same, other] = await Promise.all(['page a', 'page a', 'page b'].map((text) => packPage(Buffer.from(text), {})))
  expect(one?.etag).toBe(same?.etag)
  expect(one?.etag).not.toBe(other?.etag)
})
