import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildMembership, buildSchool, buildUser } from '../../../tests/support/builders.ts'
import { tenantCtx } from '../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import {
  addLesson, addSection, createCourse, deleteCourse, editLesson, listCourses, listStudioCourses, moveLesson, moveSection, publishCourse, readCourseBuilder,
  readCoursePage, readLessonEditor, readLessonForLearner, readPreviewPage, readShelf, readSyllabus, removeLesson, removeSection, renameSection, setCoursePrice,
  setPreview, unpublishCourse, updateCourse,
} from './index.ts'

const database = useTestDatabase()
let schools = 0

async function openSchool() {
  const school = await buildSchool(database(), `school-${++schools}-${v7().slice(-4)}`)
  const as = (userId: string | null) => tenantCtx(database(), school.organizationId, userId)
  return { ...school, as, owner: as(school.ownerId) }
}

async function writeCourse(owner: TenantCtx, title = 'Piano') {
  const { courseId, slug } = await createCourse(owner, { title })
  const { sectionId } = await addSection(owner, { courseId, title: 'Begin' })
  const { lessonId } = await addLesson(owner, { courseId, sectionId, title: 'First', kind: 'text' })
  await editLesson(owner, { courseId, lessonId, title: 'First', bodyHtml: '<p>Paid for</p>', mediaFileId: null, isPreview: false })
  return { courseId, slug, sectionId, lessonId }
}

async function enrol(organizationId: string, courseId: string, name = 'Mei') {
  const userId = await buildUser(database(), name)
  await buildMembership(database(), organizationId, userId, 'student')
  await database().superuser.query(`insert into enrolments (organization_id, id, course_id, user_id, source) values ($1, $2, $3, $4, 'free')`, [organizationId, v7(), courseId, userId])
  return userId
}

const settings = { subject: '', level: '', summary: '', descriptionHtml: '', outcomes: [], instructorMembershipId: null }

describe('a course', () => {
  it('gets an address from its title, and another one when that is taken, even by a deleted course', async () => {
    const { owner } = await openSchool()
    const first = await createCourse(owner, { title: 'Début à la guitare' })
    expect(first.slug).toBe('debut-a-la-guitare')
    await deleteCourse(owner, { courseId: first.courseId })
    expect((await createCourse(owner, { title: 'Début à la guitare' })).slug).toBe('debut-a-la-guitare-2')
  })

  it('gets different addresses when two people begin the same course at once', async () => {
    const { owner } = await openSchool()
    const made = await Promise.all(Array.from({ length: 5 }, () => createCourse(owner, { title: 'Voice' })))
    expect(new Set(made.map((course) => course.slug)).size).toBe(5)
  })

  it('keeps its description clean and its address its own', async () => {
    const { owner } = await openSchool()
    const { courseId } = await writeCourse(owner)
    const other = await writeCourse(owner, 'Other')
    await updateCourse(owner, { ...settings, courseId, title: 'Piano I', slug: 'piano-one', descriptionHtml: '<p onclick="x()">Hi<script>1</script></p>' })
    expect((await readCourseBuilder(owner, courseId)).course).toMatchObject({ slug: 'piano-one', description_html: '<p>Hi</p>' })
    await expect(updateCourse(owner, { ...settings, courseId: other.courseId, title: 'Other', slug: 'piano-one' })).rejects.toMatchObject({ fieldErrors: { slug: expect.stringContaining('piano-one') } })
  })

  it('names only people who teach here as its teacher', async () => {
    const { owner, organizationId } = await openSchool()
    const rival = await openSchool()
    const { courseId } = await writeCourse(owner)
    const student = await buildMembership(database(), organizationId, await buildUser(database(), 'Student'), 'student')
    const stranger = await buildMembership(database(), rival.organizationId, await buildUser(database(), 'Rival'), 'instructor')
    for (const instructorMembershipId of [student, stranger]) {
      await expect(updateCourse(owner, { ...settings, courseId, title: 'P', slug: 'p', instructorMembershipId })).rejects.toMatchObject({ status: 422 })
    }
  })

  it('is published only with a lesson that holds something and a price, and says both at once', async () => {
    const { owner } = await openSchool()
    const { courseId } = await createCourse(owner, { title: 'Empty' })
    await expect(publishCourse(owner, { courseId })).rejects.toMatchObject({ status: 409, missing: [expect.stringContaining('something in it'), expect.stringContaining('price')] })

    const full = await writeCourse(owner)
    await setCoursePrice(owner, { courseId: full.courseId, priceCents: 8900, currency: 'eur' })
    expect(await publishCourse(owner, { courseId: full.courseId })).toEqual({ slug: full.slug, isPaid: true })
    await expect(setCoursePrice(owner, { courseId: full.courseId, priceCents: null, currency: 'eur' })).rejects.toMatchObject({ status: 422 })
  })

  it('goes back to a draft and says who keeps it; they do, and the public does not see it', async () => {
    const { owner, as, organizationId } = await openSchool()
    const { courseId, slug, lessonId } = await writeCourse(owner)
    await setCoursePrice(owner, { courseId, priceCents: 0, currency: 'eur' })
    await publishCourse(owner, { courseId })
    const mei = await enrol(organizationId, courseId)
    expect(await unpublishCourse(owner, { courseId })).toEqual({ studentsWithAccess: 1 })
    await expect(readCoursePage(as(null), { slug })).rejects.toMatchObject({ status: 404 })
    const kept = await as(mei).inTenant(({ tx }) => readLessonForLearner(tx, { courseId, lessonId }))
    expect(kept?.bodyHtml).toBe('<p>Paid for</p>')
  })

  it('cannot be deleted while somebody has it or is buying it, and says how many', async () => {
    const { owner, organizationId } = await openSchool()
    const { courseId } = await writeCourse(owner)
    await enrol(organizationId, courseId)
    await expect(deleteCourse(owner, { courseId })).rejects.toMatchObject({ status: 409, publicMessage: expect.stringContaining('one person has it') })

    const sold = await writeCourse(owner, 'Sold')
    await setCoursePrice(owner, { courseId: sold.courseId, priceCents: 100, currency: 'eur' })
    const offer = await database().superuser.query('select id from offers where subject_id = $1', [sold.courseId])
    await database().superuser.query(`insert into checkouts (organization_id, id, offer_id, email, token_hash, title, subject_kind, subject_id, amount_cents, currency, fee_bps, fee_cents)
      values ($1, $2, $3, 'a@b.example', 'x', 'Sold', 'course', $4, 100, 'eur', 1000, 10)`, [organizationId, v7(), offer.rows[0].id, sold.courseId])
    await expect(deleteCourse(owner, { courseId: sold.courseId })).rejects.toMatchObject({ publicMessage: expect.stringContaining('1 order names it') })
  })

  it('is for those who manage courses: students get 403, strangers and other schools 404', async () => {
    const { owner, as, organizationId } = await openSchool()
    const rival = await openSchool()
    const { courseId, sectionId, lessonId } = await writeCourse(owner)
    const student = as(await enrol(organizationId, courseId))
    const doors: [TenantCtx, number][] = [[student, 403], [as(rival.ownerId), 404], [as(null), 404], [rival.owner, 404]]
    for (const [ctx, status] of doors) {
      const deeds = [
        () => updateCourse(ctx, { ...settings, courseId, title: 'x', slug: 'x' }), () => publishCourse(ctx, { courseId }), () => unpublishCourse(ctx, { courseId }), () => deleteCourse(ctx, { courseId }),
        () => addSection(ctx, { courseId, title: 'x' }), () => renameSection(ctx, { courseId, sectionId, title: 'x' }), () => moveSection(ctx, { courseId, sectionId, to: 0 }), () => removeSection(ctx, { courseId, sectionId }),
        () => addLesson(ctx, { courseId, sectionId, title: 'x', kind: 'text' }), () => editLesson(ctx, { courseId, lessonId, title: 'x', bodyHtml: '', mediaFileId: null, isPreview: true }),
        () => moveLesson(ctx, { courseId, lessonId, to: 'up' }), () => setPreview(ctx, { courseId, lessonId, isPreview: true }), () => removeLesson(ctx, { courseId, lessonId }),
        () => readCourseBuilder(ctx, courseId), () => readLessonEditor(ctx, { courseId, lessonId }), () => setCoursePrice(ctx, { courseId, priceCents: 1, currency: 'eur' }),
      ]
      for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ status })
    }
    expect((await readLessonEditor(owner, { courseId, lessonId })).lesson.title).toBe('First')
  })

  it('lets instructors build but not price', async () => {
    const { owner, as, organizationId } = await openSchool()
    const { courseId } = await writeCourse(owner)
    const teacher = await buildUser(database(), 'Teacher')
    await buildMembership(database(), organizationId, teacher, 'instructor')
    expect((await readCourseBuilder(as(teacher), courseId)).maySetPrice).toBe(false)
    await expect(setCoursePrice(as(teacher), { courseId, priceCents: 1, currency: 'eur' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the order of sections and lessons', () => {
  it('stays dense and like a plain array through any moves, also at once', async () => {
    const { owner } = await openSchool()
    const { courseId } = await createCourse(owner, { title: 'Order' })
    const model: { id: string; lessons: string[] }[] = []
    for (const title of ['A', 'B', 'C']) {
      const { sectionId } = await addSection(owner, { courseId, title })
      model.push({ id: sectionId, lessons: [] })
      for (let number = 0; number < 3; number++) model.at(-1)?.lessons.push((await addLesson(owner, { courseId, sectionId, title: `${title}${number}`, kind: 'text' })).lessonId)
    }
    const step = fc.record({ lesson: fc.nat(8), section: fc.nat(2), index: fc.integer({ min: -2, max: 12 }), isSection: fc.boolean() })
    for (const move of fc.sample(step, { numRuns: 25, seed: 7 })) {
      if (move.isSection) {
        const [moved] = model.splice(move.section, 1)
        if (!moved) continue
        model.splice(Math.max(0, move.index), 0, moved)
        await moveSection(owner, { courseId, sectionId: moved.id, to: move.index })
      } else {
        const lessonId = model.flatMap((section) => section.lessons)[move.lesson] ?? ''
        const target = model[move.section]
        for (const section of model) section.lessons = section.lessons.filter((id) => id !== lessonId)
        target?.lessons.splice(Math.max(0, move.index), 0, lessonId)
        await moveLesson(owner, { courseId, lessonId, to: { sectionId: target?.id ?? '', index: move.index } })
      }
      const built = (await readCourseBuilder(owner, courseId)).sections
      expect(built.map((section) => ({ id: section.id, lessons: section.lessons.map((lesson) => lesson.id) }))).toEqual(model)
    }

    const lessons = model.flatMap((section) => section.lessons)
    await Promise.all(lessons.map((lessonId, index) => moveLesson(owner, { courseId, lessonId, to: { sectionId: model[index % 3]?.id ?? '', index } })))
    const rows = await database().superuser.query('select section_id, array_agg(position order by position) as positions from lessons where course_id = $1 group by 1', [courseId])
    for (const row of rows.rows as { positions: number[] }[]) expect(row.positions).toEqual(row.positions.map((_, index) => index))
  })

  it('closes the gap that a removed lesson or section leaves, and says what went with it', async () => {
    const { owner, organizationId } = await openSchool()
    const { courseId, sectionId, lessonId } = await writeCourse(owner)
    const second = await addLesson(owner, { courseId, sectionId, title: 'Second', kind: 'text' })
    const mei = await enrol(organizationId, courseId)
    await database().superuser.query('insert into lesson_progress (organization_id, id, user_id, course_id, lesson_id) values ($1, $2, $3, $4, $5)', [organizationId, v7(), mei, courseId, lessonId])
    expect(await removeLesson(owner, { courseId, lessonId })).toEqual({ studentsAffected: 1 })
    const left = await database().superuser.query('select id, position from lessons where course_id = $1', [courseId])
    expect(left.rows).toEqual([{ id: second.lessonId, position: 0 }])
    expect(await removeSection(owner, { courseId, sectionId })).toEqual({ lessonsRemoved: 1 })
  })

  it('refuses a section of another course of the same school', async () => {
    const { owner } = await openSchool()
    const [one, two] = [await writeCourse(owner, 'One'), await writeCourse(owner, 'Two')]
    await expect(moveLesson(owner, { courseId: one.courseId, lessonId: one.lessonId, to: { sectionId: two.sectionId, index: 0 } })).rejects.toMatchObject({ status: 404 })
    await expect(addLesson(owner, { courseId: one.courseId, sectionId: two.sectionId, title: 'x', kind: 'text' })).rejects.toMatchObject({ status: 404 })
    await expect(editLesson(owner, { courseId: one.courseId, lessonId: two.lessonId, title: 'x', bodyHtml: '', mediaFileId: null, isPreview: false })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the public', () => {
  it('sees what is published, in order, with prices and lesson counts, and nothing of drafts, unlisted courses or rivals', async () => {
    const { owner, as } = await openSchool()
    const rival = await openSchool()
    for (const [ctx, title] of [[owner, 'Listed'], [owner, 'Hidden'], [owner, 'Draft'], [rival.owner, 'Theirs']] as const) {
      const { courseId } = await writeCourse(ctx, title)
      await setCoursePrice(ctx, { courseId, priceCents: 100, currency: 'eur' })
      if (title !== 'Draft') await publishCourse(ctx, { courseId, isUnlisted: title === 'Hidden' })
    }
    const list = await listCourses(as(null))
    expect(list.courses.map(({ title, lessonCount, offer }) => [title, lessonCount, offer?.priceCents])).toEqual([['Listed', 1, 100]])
    expect(await as(null).inTenant(({ tx }) => readShelf(tx, as(null)))).toMatchObject({ courseCount: 1 })
    expect((await readCoursePage(as(null), { slug: 'hidden' })).course.title).toBe('Hidden')
    for (const slug of ['draft', 'theirs', 'never']) await expect(readCoursePage(as(null), { slug, wantsDraft: true })).rejects.toMatchObject({ status: 404 })
    await expect(readCoursePage(owner, { slug: 'draft' })).rejects.toMatchObject({ status: 404 })
    expect((await readCoursePage(owner, { slug: 'draft', wantsDraft: true })).isDraft).toBe(true)
  })

  it('reads free lessons and no others', async () => {
    const { owner, as } = await openSchool()
    const { courseId, slug, lessonId } = await writeCourse(owner)
    await setCoursePrice(owner, { courseId, priceCents: 0, currency: 'eur' })
    await publishCourse(owner, { courseId })
    await expect(readPreviewPage(as(null), { slug, lessonId })).rejects.toMatchObject({ status: 404 })
    await setPreview(owner, { courseId, lessonId, isPreview: true })
    expect((await readPreviewPage(as(null), { slug, lessonId })).lesson.bodyHtml).toBe('<p>Paid for</p>')
    await expect(readPreviewPage(as(null), { slug, lessonId: 'no-id' })).rejects.toMatchObject({ status: 404 })
    const syllabus = await as(null).inTenant(({ tx }) => readSyllabus(tx, courseId))
    expect(syllabus).toMatchObject({ lessonCount: 1, sections: [{ title: 'Begin', lessons: [{ title: 'First', isPreview: true }] }] })
  })

  it('sees how many lessons a course has, whoever adds and removes at the same moment, and whole sections go', async () => {
    const { owner, as } = await openSchool()
    const { courseId, sectionId } = await writeCourse(owner)
    await setCoursePrice(owner, { courseId, priceCents: 0, currency: 'eur' })
    await publishCourse(owner, { courseId })
    const shown = async () => (await listCourses(as(null))).courses[0]?.lessonCount
    const added = await Promise.all(Array.from({ length: 12 }, (_, n) => addLesson(owner, { courseId, sectionId, title: `More ${n}`, kind: 'text' })))
    expect(await shown()).toBe(13)
    await Promise.all(added.slice(0, 5).map(({ lessonId }) => removeLesson(owner, { courseId, lessonId })))
    expect(await shown()).toBe(8)
    const other = await addSection(owner, { courseId, title: 'Another' })
    for (const title of ['One', 'Two']) await addLesson(owner, { courseId, sectionId: other.sectionId, title, kind: 'text' })
    await removeSection(owner, { courseId, sectionId: other.sectionId })
    expect(await shown()).toBe(8)
    await expect(database().superuser.query('delete from sections where id = $1', [sectionId])).rejects.toThrow(/lessons/)
    expect(await shown()).toBe(8)
  })

  it('sees the same subjects, in the same order, with or without choosing one', async () => {
    const { organizationId, as } = await openSchool()
    await database().superuser.query(`insert into courses (organization_id, id, slug, title, status, published_at, position, subject)
      select $1, gen_random_uuid(), 'c' || n, 'C' || n, 'published', now(), n, (array['violin', 'piano', '', 'voice'])[1 + n % 4] from generate_series(1, 11) n`, [organizationId])
    const all = await listCourses(as(null))
    expect(all.subjects).toEqual([{ subject: 'piano', count: 3 }, { subject: '', count: 3 }, { subject: 'voice', count: 3 }, { subject: 'violin', count: 2 }])
    expect((await listCourses(as(null), { subject: 'piano' })).subjects).toEqual(all.subjects)
    expect((await as(null).inTenant(({ tx }) => readShelf(tx, as(null)))).courseCount).toBe(11)
  })

  it('sees the covers of courses on the site, as soon as they are ready', async () => {
    const { owner, organizationId, as } = await openSchool()
    for (const title of ['With', 'Without', 'Loading']) {
      const { courseId } = await writeCourse(owner, title)
      await setCoursePrice(owner, { courseId, priceCents: 0, currency: 'eur' })
      await publishCourse(owner, { courseId })
      if (title === 'Without') continue
      await database().superuser.query(`with cover as (
        insert into files (organization_id, id, purpose, name, media_type, size_bytes, storage_key, status, uploaded_by)
        values ($1, gen_random_uuid(), 'image', 'cover.webp', 'image/webp', 10, $3, $4, $5) returning id)
        update courses set cover_file_id = (select id from cover) where id = $2`, [organizationId, courseId, `cover-${title}`, title === 'With' ? 'ready' : 'uploading', owner.userId])
    }
    const covers = (await listCourses(as(null))).courses.map(({ title, cover }) => [title, cover?.storageKey ?? null])
    expect(covers).toEqual([['With', 'cover-With'], ['Without', null], ['Loading', null]])
    expect((await readCoursePage(as(null), { slug: 'with' })).course.cover?.storageKey).toBe('cover-With')
  })

  it('pages through more courses than a page holds, each once', async () => {
    const { owner, organizationId, as } = await openSchool()
    await database().superuser.query(`insert into courses (organization_id, id, slug, title, status, published_at, position)
      select $1, gen_random_uuid(), 'c' || n, 'C' || n, 'published', now(), n / 7 from generate_series(1, 150) n`, [organizationId])
    for (const read of [(after: string | null) => listCourses(as(null), { after }), (after: string | null) => listStudioCourses(owner, { after })]) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const page: { courses: { id: string }[]; nextCursor: string | null } = await read(after)
        seen.push(...page.courses.map((course) => course.id))
        after = page.nextCursor
      } while (after)
      expect(new Set(seen).size).toBe(150)
      expect(seen.length).toBe(150)
    }
  })
})
