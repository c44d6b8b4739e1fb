import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildCourse } from '../../../../tests/support/builders.ts'
import { schoolsWithPages } from '../../../../tests/support/schools-with-pages.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { addBlock, dressSchool, listPublicAddresses, publishPage, setLogo } from '../index.ts'

const database = useTestDatabase()
const { openSchool, buildPicture } = schoolsWithPages(database)

describe('how a school looks', () => {
  const dress = { brandColour: '#123456', typePair: 'space', look: 'dark' } as const
  const seen = async (organizationId: string) =>
    (await database().superuser.query('select brand_colour, type_pair, look, logo_file_id, logo_key from organizations where id = $1', [organizationId])).rows[0]

  it('is changed by those who manage it only', async () => {
    const { owner, member, organizationId } = await openSchool()
    await dressSchool(owner, dress)
    expect(await seen(organizationId)).toMatchObject({ brand_colour: '#123456', type_pair: 'space', look: 'dark' })
    await expect(dressSchool(await member('instructor'), dress)).rejects.toMatchObject({ status: 403 })
    await expect(setLogo(await member('student'), { fileId: null })).rejects.toMatchObject({ status: 403 })
  })

  it('takes a logo of its own and none of another school', async () => {
    const { owner, organizationId, ownerId } = await openSchool()
    const rival = await openSchool()
    const logo = await buildPicture(organizationId, ownerId)
    await setLogo(owner, { fileId: logo })
    expect(await seen(organizationId)).toMatchObject({ logo_file_id: logo, logo_key: `key-${logo}`, type_pair: 'fraunces' })
    for (const fileId of [await buildPicture(rival.organizationId, rival.ownerId), await buildPicture(organizationId, ownerId, { purpose: 'pdf' }), 'no-id', v7()]) {
      await expect(setLogo(owner, { fileId })).rejects.toMatchObject({ fieldErrors: { logo: expect.any(String) } })
    }
    await setLogo(owner, { fileId: null })
    expect(await seen(organizationId)).toMatchObject({ logo_file_id: null, logo_key: null })
  })
})

describe('the addresses for search engines', () => {
  it('are those of public pages, and no draft', async () => {
    const { owner, visitor, organizationId } = await openSchool()
    await buildCourse(database(), organizationId)
    await database().superuser.query(`insert into courses (organization_id, id, slug, title, status) values ($1, gen_random_uuid(), 'hidden', 'Hidden', 'unlisted'), ($1, gen_random_uuid(), 'draft', 'Draft', 'draft')`, [organizationId])
    expect((await listPublicAddresses(owner)).map(({ path }) => path)).toEqual(['/', '/courses', expect.stringMatching(/^\/courses\/course-/)])
    await addBlock(owner, { kind: 'contact' })
    await publishPage(owner)
    const all = await listPublicAddresses(visitor)
    expect(all.at(-1)).toEqual({ path: '/contact', changedAt: null })
    expect(all[0]?.changedAt).toBeInstanceOf(Date)
  })
})
