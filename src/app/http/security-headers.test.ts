import { describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import { securityHeaders } from './security-headers.ts'

const config = readConfig({ DATABASE_URL: 'postgres://localhost/none', APP_SECRET: 'tests only: this secret guards nothing at all', BASE_DOMAIN: 'school.example.com' })

describe('https for a year', () => {
  it('is asked for our own names and all below, and for a school’s domain alone: what else is under that is not ours', () => {
    expect(securityHeaders(config, 'n')['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains')
    expect(securityHeaders(config, 'n', { isOwnDomain: true })['Strict-Transport-Security']).toBe('max-age=31536000')
  })
})
