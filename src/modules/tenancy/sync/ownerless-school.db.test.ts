import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeClerkInbox } from '../../../../tests/support/clerk-inbox.ts'
import { clerkMembership, clerkOrganization, clerkUser } from '../../../../tests/support/clerk-objects.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { log } from '#platform/log/log.ts'

const database = useTestDatabase()
const begin = Date.UTC(2026, 0, 1, 10)
const times = { createdAtMs: begin, updatedAtMs: begin }
const pupils = ['user_1', 'user_2', 'user_3', 'user_4']

afterEach(() => vi.restoreAllMocks())

describe('a school that nobody owns', () => {
  it('is named in the log once, however many events about its members come', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
    const inbox = makeClerkInbox(database())
    for (const id of pupils) await inbox.tell({ type: 'user.created', timestamp: begin, data: clerkUser({ id, firstName: 'Mei', email: null, ...times }) })
    for (const school of ['org_first', 'org_second']) {
      const organization = { id: school, name: 'School', slug: school.replace('_', '-'), createdBy: null, ...times }
      await inbox.tell({ type: 'organization.created', timestamp: begin, data: clerkOrganization(organization) })
      for (const userId of pupils) {
        await inbox.tell({ type: 'organizationMembership.created', timestamp: begin, data: clerkMembership({ id: `orgmem_${school}_${userId}`, organization, userId, role: 'org:member', ...times }) })
      }
    }

    const { rows } = await database().superuser.query('select count(*)::int as members from organization_memberships')
    expect(rows).toEqual([{ members: 8 }])
    const said = warn.mock.calls.filter(([, words]) => String(words).startsWith('a school has no owner')).map(([subject]) => subject)
    expect(said).toEqual([{ organization: 'org_first' }, { organization: 'org_second' }])
  })
})
