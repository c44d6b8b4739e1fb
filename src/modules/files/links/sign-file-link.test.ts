import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { makeStorageKey } from '../storage/storage-key.ts'
import { openFileLink, signFileLink } from './sign-file-link.ts'

const config = { appSecret: 'a secret for tests, long enough to be one', baseDomain: 'coursecove.localhost:3000', scheme: 'http' } as const
const now = new Date('2026-03-01T12:00:00Z')
const [organizationId, fileId] = [v7(), v7()]
const storageKey = makeStorageKey(organizationId, fileId, 'mp4')
const sign = (more: object = {}) => new URL(signFileLink({ config, organizationId, fileId, storageKey, expiresInSeconds: 60, now, ...more }))

describe('a link to a file', () => {
  it('opens until it expires and not a second longer', () => {
    const { host, pathname } = sign({ downloadName: 'Étude №1.mp4' })
    expect(host).toBe('files.coursecove.localhost:3000')
    expect(openFileLink(pathname, config, now)).toEqual({ storageKey, expiresAt: now.getTime() / 1000 + 60, downloadName: 'Étude №1.mp4' })
    expect(openFileLink(pathname, config, new Date(now.getTime() + 59_999))).not.toBeNull()
    expect(openFileLink(pathname, config, new Date(now.getTime() + 60_000))).toBeNull()
  })

  it('opens nothing once any letter of it is another one', () => {
    const { pathname } = sign()
    fc.assert(fc.property(fc.nat(pathname.length - 2), fc.constantFrom(...'abcXYZ019-_.'), (place, letter) => {
      const changed = pathname.slice(0, place + 1) + letter + pathname.slice(place + 2)
      if (changed !== pathname) expect(openFileLink(changed, config, now)).toBeNull()
    }))
  })

  it('opens nothing under another secret, or when it never was a link', () => {
    expect(openFileLink(sign().pathname, { appSecret: 'another secret, just as long as the other' }, now)).toBeNull()
    for (const path of ['/', '', '/.', '/a.b', '/a.b.c', '/%00', `/${storageKey}`]) expect(openFileLink(path, config, now)).toBeNull()
  })

  it('is not made for a key of another school or another file', () => {
    for (const key of [makeStorageKey(v7(), fileId, 'mp4'), makeStorageKey(organizationId, v7(), 'mp4'), '../../etc/passwd', '']) {
      expect(() => sign({ storageKey: key })).toThrow(TypeError)
    }
  })
})
