import { describe, expect, it } from 'vitest'
import { schoolsWithPages } from '../../../../tests/support/schools-with-pages.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { presets } from '#modules/tenancy/presets/presets.schema.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { addSample, createCourse, listCourses, readSamples, removeSamples, sanitiseRichText } from '../index.ts'
import { sampleWords } from './words/sample-words.ts'

const database = useTestDatabase()
const { openSchool } = schoolsWithPages(database)

describe('what comes with a school', () => {
  it.each(presets.map(({ value }) => value))('is for a %s one free course on the site that says that it is a sample', async (preset) => {
    const { owner, visitor } = await openSchool()
    await addSample(owner, { preset, currency: 'sek' })
    const { courses } = await listCourses(visitor)
    expect(courses).toMatchObject([{ title: expect.stringMatching(/^Sample: /), lessonCount: 3, offer: { priceCents: 0, currency: 'sek' } }])
    expect(await readSamples(owner)).toEqual({ courseCount: 1, lessonCount: 3, keptCount: 0 })
    for (const { html } of sampleWords()[preset].lessons) expect(sanitiseRichText(html)).toBe(html)
  })

  it('speaks the language of who opens the school', async () => {
    const { owner, visitor } = await openSchool()
    await inLocale('de-DE', () => addSample(owner, { preset: 'music-school', currency: 'eur' }))
    expect((await listCourses(visitor)).courses).toMatchObject([{ title: 'Beispiel: fünf Töne' }])
  })

  it('goes in one step, and what the school made stays', async () => {
    const { owner, visitor } = await openSchool()
    await addSample(owner, { preset: 'yoga-studio', currency: 'eur' })
    await createCourse(owner, { title: 'Our own' })
    await removeSamples(owner)
    await removeSamples(owner)
    expect((await listCourses(visitor)).courses).toEqual([])
    expect(await readSamples(owner)).toEqual({ courseCount: 0, lessonCount: 0, keptCount: 0 })
    const { rows } = await database().superuser.query('select title from courses where organization_id = $1 and deleted_at is null', [owner.organizationId])
    expect(rows).toEqual([{ title: 'Our own' }])
  })

  it('stays as the school’s own when somebody began it', async () => {
    const { owner, ownerId, visitor } = await openSchool()
    await addSample(owner, { preset: 'tutoring-centre', currency: 'eur' })
    await database().superuser.query(`insert into enrolments (organization_id, id, course_id, user_id, source) select organization_id, gen_random_uuid(), id, $2, 'free' from courses where organization_id = $1`, [owner.organizationId, ownerId])
    expect(await readSamples(owner)).toEqual({ courseCount: 0, lessonCount: 0, keptCount: 1 })
    await removeSamples(owner)
    expect((await listCourses(visitor)).courses).toHaveLength(1)
    expect(await readSamples(owner)).toMatchObject({ keptCount: 0 })
  })

  it('is removed by those who build courses, and nobody else', async () => {
    const { owner, member } = await openSchool()
    await addSample(owner, { preset: 'music-school', currency: 'eur' })
    await expect(removeSamples(await member('student'))).rejects.toMatchObject({ status: 403 })
  })
})
