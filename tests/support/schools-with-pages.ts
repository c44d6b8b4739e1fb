import { v7 } from 'uuid'
import type { EditorCtx } from '../../src/modules/storefront/index.ts'
import { buildMembership, buildSchool, buildUser } from './builders.ts'
import { tenantCtx } from './tenant-ctx.ts'
import type { TestDatabase } from './test-database.ts'

/** What a school says before anybody arranged its page. */
const words = { preset: 'music-school', heroTitle: 'Play', heroText: 'Slowly', aboutHtml: '<p>Us</p>' }

/** Schools whose first pages are arranged, with the people who may and who may not. */
export function schoolsWithPages(database: () => TestDatabase) {
  let schools = 0
  return {
    async openSchool() {
      const school = await buildSchool(database(), `front-${++schools}-${v7().slice(-4)}`)
      const as = (userId: string | null): EditorCtx => ({ ...tenantCtx(database(), school.organizationId, userId), words, offered: ['en', 'de'] })
      const member = async (role: 'admin' | 'instructor' | 'student') => {
        const userId = await buildUser(database(), role)
        await buildMembership(database(), school.organizationId, userId, role)
        return as(userId)
      }
      return { ...school, member, owner: as(school.ownerId), visitor: as(null) }
    },
    /** A picture that was uploaded, or another file. */
    async buildPicture(organizationId: string, ownerId: string, more: { status?: string; purpose?: string } = {}): Promise<string> {
      const id = v7()
      await database().superuser.query(
        `insert into files (organization_id, id, name, purpose, size_bytes, storage_key, status, uploaded_by) values ($1, $2, 'hall.webp', $3, 1, $4, $5, $6)`,
        [organizationId, id, more.purpose ?? 'image', `key-${id}`, more.status ?? 'ready', ownerId],
      )
      return id
    },
  }
}
