import { listPublicTeachers, readShelf, type ListedCourse, type PublicTeacher } from '#modules/catalog/index.ts'
import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { picturesOf, type Block, type BlockKind } from '../blocks/blocks.schema.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { HeadTexts } from '../blocks/head.schema.ts'
import { pageIn } from '../blocks/translations.schema.ts'
import { startingVersion, type EditorCtx } from './change-draft.ts'
import { findDraft, findPublishedPage, listReadyPictures } from './versions.queries.ts'

/** A school's first page with all that its blocks show. */
export interface FirstPage {
  blocks: Block[]
  head: HeadTexts
  courses: ListedCourse[]
  /** All on the site, more than are given here where there are many. */
  courseCount: number
  teachers: PublicTeacher[]
  /** Where the bytes of each picture are, by the file's id; one that is gone is not there. */
  pictures: Record<string, string>
  /** Of the one who asks. */
  role: MemberRole | null
}

/** Kinds whose words or buttons speak of courses. */
const showsCourses: readonly BlockKind[] = ['hero', 'courses']
const showsTeachers: readonly BlockKind[] = ['hero', 'people']

/**
 * The first page as visitors see it, or as its draft stands. What no block shows is not asked for.
 *
 * @param input `wantsDraft` shows what was not published yet; `language` is that of the reader, the school's own when left out
 * @throws NotAllowed when somebody without school.manage wants the draft
 */
export async function readFirstPage(ctx: EditorCtx, input: { wantsDraft?: boolean; language?: Language } = {}): Promise<FirstPage> {
  const { organizationId } = ctx
  return ctx.inTenant(async ({ tx, role }) => {
    if (input.wantsDraft) requirePermission(role, 'school.manage')
    const draft = input.wantsDraft ? await findDraft(tx, organizationId) : null
    const page = draft ?? (await findPublishedPage(tx, organizationId)) ?? startingVersion(ctx)
    const { blocks, head } = pageIn(page, input.language ?? ctx.offered[0] ?? 'en', ctx.offered)
    const has = (kinds: readonly BlockKind[]) => blocks.some(({ kind }) => kinds.includes(kind))
    const shelf = has(showsCourses) ? await readShelf(tx, ctx) : { courses: [], courseCount: 0 }
    const pictures = await listReadyPictures(tx, organizationId, picturesOf(blocks))
    return {
      blocks,
      head,
      courses: shelf.courses,
      courseCount: shelf.courseCount,
      teachers: has(showsTeachers) ? await listPublicTeachers(tx, organizationId) : [],
      pictures: Object.fromEntries(pictures.map(({ fileId, storageKey }) => [fileId, storageKey])),
      role,
    }
  })
}

/** Whether the school asks to be written to on its first page. */
export async function asksForMessages(ctx: Pick<TenantCtx, 'organizationId' | 'inTenant'>): Promise<boolean> {
  const page = await ctx.inTenant(({ tx }) => findPublishedPage(tx, ctx.organizationId))
  return page?.blocks.some(({ kind }) => kind === 'contact') ?? false
}
