import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPayload, scrub } from './mask-payload.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZåäöéñüßøç李明さくら'
const id = 'user_29w83sxmDNGwOuEthce5gg56FcC'
// An id is shown; a word that happens to stand in it would be taken for one that was not hidden.
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 14 }).filter((text) => !id.includes(text))
const name = fc.oneof(word, fc.tuple(word, word).map(([first, last]) => `${first} ${last}`))
const address = fc.tuple(word, fc.domain()).map(([who, where]) => `${who}@${where}`)
const phone = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `+46 7${digits}`)
const personal = fc.oneof(name, address, phone, fc.ipV4(), fc.webUrl().map((url) => `${url}/portrait.jpg`))
const field = fc.oneof(
  fc.constantFrom('first_name', 'last_name', 'name', 'username', 'email', 'email_address', 'image_url', 'profile_image_url', 'phone_number', 'client_ip', 'title', 'note', 'full_name', 'web3_wallet', 'description'),
  word,
)

/** A payload of any shape, with the personal texts that were put into it. */
const payload = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    personal.map((text) => ({ text })),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.array(fc.tuple(field, tie('node')), { maxLength: 5 }).map((fields) => Object.fromEntries(fields)),
    fc.tuple(fc.constantFrom('public_metadata', 'private_metadata', 'metadata'), fc.dictionary(fc.oneof(name, address), personal)).map(([free, inside]) => ({ [free]: inside })),
  ),
})).node

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

describe('what the operator sees of a payload', () => {
  it('holds no name, address, telephone number, picture or ip of it, whatever its shape', () => {
    let tried = 0
    fc.assert(
      fc.property(payload, personal, (said, other) => {
        const { shown, hidden } = maskPayload({ id, data: said, name: other })
        const texts = [...textsOf(said), other]
        tried += texts.length
        const fault = scrub(`Error: could not write ${texts.join(', ')} (${JSON.stringify(said)})`, hidden)
        // The words of a field that reads as one are no person's: only what stands in it is.
        const values = shown.replace(/"[a-zA-Z0-9_]+":/g, '')
        for (const text of texts) {
          expect(values).not.toContain(JSON.stringify(text).slice(1, -1))
          expect(fault.replace(/"[a-zA-Z0-9_]+":/g, '')).not.toContain(text)
        }
      }),
      { numRuns: 1000 },
    )
    expect(tried).toBeGreaterThan(1000)
  })

  it('still says what it is about: ids, kinds, states, times and amounts', () => {
    const said = {
      type: 'user.created', object: 'event', timestamp: 1_716_883_200, instance_id: 'ins_2abc',
      data: { id: 'user_29w83sxm', object: 'user', created_at: 1_654_012_591_514, banned: false, amount: 8900, currency: 'sek', first_name: 'Lena', public_metadata: { 'lena@test.example': 1 }, external_id: null },
    }
    const shown = JSON.parse(maskPayload(said).shown) as typeof said
    expect(shown).toMatchObject({ type: 'user.created', timestamp: 1_716_883_200, instance_id: 'ins_2abc', data: { id: 'user_29w83sxm', created_at: 1_654_012_591_514, banned: false, amount: 8900, currency: 'sek', first_name: '••• (4)', external_id: null } })
    expect(shown.data.public_metadata).toEqual({ '••• 1': '•••' })
  })

  it('hides a telephone number that is written as a number, and an id that is an address', () => {
    const { shown } = maskPayload({ phone_number: 46_701_234_567, id: 'lena@test.example', user_id: 'Lena Berg', ip: 2_130_706_433 })
    expect(shown).not.toMatch(/4670|lena|Lena|2130/)
  })

  it('takes addresses out of a fault that the payload did not hold, and leaves ids and times', () => {
    expect(scrub('DatabaseError: duplicate key (email)=(lena@test.example) of user_29w83sxm at 2026-11-21 from 10.0.0.7, call +46 70 123 45 67', [])).toBe(
      'DatabaseError: duplicate key (email)=(•••) of user_29w83sxm at 2026-11-21 from •••, call •••',
    )
  })

  it('of a payload that is no object, very deep or very long still is a page', () => {
    let deep: unknown = 'Lena'
    for (let level = 0; level < 200; level += 1) deep = { data: deep }
    expect(maskPayload(deep).shown).not.toContain('Lena')
    expect(maskPayload('Lena').shown).toBe('"••• (4)"')
    expect(maskPayload(null).shown).toBe('null')
    expect(maskPayload(Array.from({ length: 5000 }, () => ({ amount: 1 }))).shown.length).toBeLessThan(41_000)
  })
})
