import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { scopes } from '#modules/api-keys/index.ts'
import { everyEndpoint } from './endpoints/every-endpoint.ts'
import { makeDocument } from './openapi-document.ts'

describe('the document of the API', () => {
  it('is an OpenAPI 3.1 document, by a validator of others', async () => {
    const validator = new Validator()
    const judged = await validator.validate(JSON.parse(JSON.stringify(makeDocument('/api/v1'))) as Record<string, unknown>)
    expect(judged.errors).toBeUndefined()
    expect([judged.valid, validator.version]).toEqual([true, '3.1'])
  })

  it('tells of every address, each with a name of its own, its scope and an example for every field', () => {
    const { paths } = makeDocument('/api/v1')
    const told = Object.entries(paths ?? {}).flatMap(([path, item]) => Object.keys(item as object).map((method) => `${method} ${path}`))
    expect(told.sort()).toEqual(everyEndpoint.map(({ method, path }) => `${method} ${path}`).sort())
    const names = Object.values(paths ?? {}).flatMap((item) => Object.values(item as Record<string, { operationId: string }>).map(({ operationId }) => operationId))
    expect(new Set(names).size).toBe(names.length)
    for (const scope of scopes) expect(everyEndpoint.some((endpoint) => endpoint.scope === scope), scope).toBe(true)
  })

  it('says where the API is, also under a path', () => {
    expect(makeDocument('/s/melody/api/v1').servers).toEqual([{ url: '/s/melody/api/v1' }])
  })
})
