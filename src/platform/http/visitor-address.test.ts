import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { findAddresses } from './visitor-address.ts'

const from = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

it('believes nobody unless told to', () => {
  expect(findAddresses([])(from('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1')
  expect(findAddresses([])(undefined)).toBe('unknown')
})

it('believes the proxies that it was told of, and nobody else', () => {
  const find = findAddresses(['loopback', '10.0.0.0/8'])
  expect(find(from('127.0.0.1', '203.0.113.9'))).toBe('203.0.113.9')
  expect(find(from('::ffff:127.0.0.1', '2001:db8::7'))).toBe('2001:db8::7')
  expect(find(from('198.51.100.4', '203.0.113.9')), 'not one of them').toBe('198.51.100.4')
  expect(find(from('127.0.0.1', '203.0.113.9, 10.1.2.3')), 'two of them').toBe('203.0.113.9')
})

it('takes the address that the outermost proxy saw, not what a visitor wrote before it', () => {
  expect(findAddresses(['loopback'])(from('127.0.0.1', '1.1.1.1, 203.0.113.9'))).toBe('203.0.113.9')
})

it('counts what is no address as not said', () => {
  for (const said of ['', 'unknown', 'a'.repeat(10_000), '203.0.113.9:4711', ',,,', '<script>']) expect(findAddresses(['loopback'])(from('127.0.0.1', said)), said.slice(0, 20)).toBe('127.0.0.1')
})

it('refuses a list with something that is no address', () => {
  expect(() => findAddresses(['our-proxy'])).toThrow('our-proxy')
})
