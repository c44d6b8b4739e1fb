import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { melody } from '../../db/seeds/melody/melody.ts'
import type { SeedMedia } from '../../db/seeds/seed-content.ts'
import { expect } from './journey.ts'

/** The lesson with moving pictures, of 40 seconds. Longer than a phone is wide: it also stands on the button that goes on with it. */
export const film = 'A melody in five notes, slowly and with the right hand alone'

/** Builds a course with a video of 40 seconds, a recording, a text and a sheet, by hand, from the studio's empty page of courses. */
export async function buildCourse(nora: Page, at: { school: string; course: string }, checkAccess: (page: Page, what: string) => Promise<void>): Promise<void> {
  const { school, course } = at
  const media = await collectMedia()
  await nora.goto(`${school}/studio/courses`)
  await checkAccess(nora, 'no courses yet')
  await nora.getByLabel('What is your first course called?').fill(course)
  await nora.getByRole('button', { name: /Create|Begin|Start/ }).click()
  await nora.getByLabel('What is the first section called?').fill('Begin here')
  await nora.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(nora.getByRole('heading', { name: /Begin here/ })).toBeVisible()
  await checkAccess(nora, 'a section without lessons')

  const lessons = [
    { title: film, kind: 'video', file: media.video },
    { title: 'Hear the five notes', kind: 'audio', file: media.audio },
    { title: 'How to practise', kind: 'text', file: null },
    { title: 'The five notes on paper', kind: 'pdf', file: media.pdf },
  ]
  for (const lesson of lessons) {
    const title = nora.getByLabel('Title of the lesson')
    if (!(await title.isVisible())) await nora.locator('summary', { hasText: 'Add a lesson' }).click()
    await title.fill(lesson.title)
    await nora.getByLabel('Kind').selectOption(lesson.kind)
    await nora.getByRole('region', { name: /Begin here/ }).getByRole('button', { name: 'Add', exact: true }).click()
    await nora.getByRole('link', { name: lesson.title }).click()
    await expect(nora.getByRole('heading', { level: 1 })).toContainText(lesson.title)
    await fillLesson(nora, lesson)
    await checkAccess(nora, `the lesson editor, ${lesson.kind}`)
    await nora.getByRole('link', { name: course }).first().click()
    await expect(nora.getByRole('list', { name: 'Lessons of Begin here' })).toBeVisible()
  }
}

async function fillLesson(nora: Page, lesson: { file: string | null }): Promise<void> {
  if (lesson.file) {
    await nora.locator('input[type=file][name=media]').setInputFiles(lesson.file)
    await expect(nora.getByText(`${lesson.file.split('/').at(-1)} · `)).toBeVisible({ timeout: 60_000 })
    return
  }
  await nora.getByRole('textbox', { name: 'Text' }).fill('Slowly enough that nothing surprises you.')
  await nora.getByRole('button', { name: 'Save the lesson' }).click()
  await expect(nora.getByText(/^Saved/).first()).toBeVisible()
}

/** A film of 40 seconds, a recording and a sheet, as files on the owner's disk. */
async function collectMedia(): Promise<{ video: string; audio: string; pdf: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'coursecove-owner-'))
  const all = melody.courses.flatMap(({ sections }) => sections).flatMap(({ lessons }) => lessons).flatMap(({ media, attachments }) => [media, ...(attachments ?? [])])
  const store = async (fits: (media: SeedMedia) => boolean): Promise<string> => {
    const found = all.find((media): media is SeedMedia => media !== undefined && fits(media))
    if (!found) throw new Error('the demo has no such file')
    const path = join(folder, found.name)
    writeFileSync(path, await found.bytes())
    return path
  }
  return {
    video: await store(({ name }) => name === 'five-notes.webm'),
    audio: await store(({ mediaType }) => mediaType.startsWith('audio/')),
    pdf: await store(({ mediaType }) => mediaType === 'application/pdf'),
  }
}
