import { expect, it } from 'vitest'
import { arrivalHref, schoolOrigin, subdomainOrigin } from './school-address.ts'

const config = { scheme: 'http', baseDomain: 'coursecove.localhost:3000' }
const [plain, own] = [{ slug: 'melody', primaryDomain: null }, { slug: 'melody', primaryDomain: 'www.melody.example' }]

it('a school is found under its main address, with the installation’s port', () => {
  expect(schoolOrigin(config, plain)).toBe('http://melody.coursecove.localhost:3000')
  expect(schoolOrigin(config, own)).toBe('http://www.melody.example:3000')
  expect(subdomainOrigin(config, own.slug)).toBe('http://melody.coursecove.localhost:3000')
  expect(schoolOrigin({ scheme: 'https', baseDomain: 'school.example' }, own)).toBe('https://www.melody.example')
})

it('a way for somebody who just signed in goes by the installation, where a cookie of it does not reach', () => {
  expect(arrivalHref(config, plain, '/learn')).toBe('http://melody.coursecove.localhost:3000/learn')
  const way = new URL(arrivalHref(config, own, '/learn?x=1'))
  expect([way.host, way.pathname, Object.fromEntries(way.searchParams)]).toEqual(['coursecove.localhost:3000', '/hand-over', { to: 'www.melody.example', next: '/learn?x=1' }])
})
