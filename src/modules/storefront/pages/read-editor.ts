import { requirePermission } from '#modules/tenancy/index.ts'
import type { Block } from '../blocks/blocks.schema.ts'
import { comparePages, isDifferent, type PageDifference } from '../blocks/compare-pages.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { PageHead } from '../blocks/head.schema.ts'
import { languagesOf } from '../blocks/translations.schema.ts'
import { startingVersion, type EditorCtx } from './change-draft.ts'
import { findDraft, findNext, findPublished, listEarlier } from './versions.queries.ts'

/** All that the editor of the first page shows. */
export interface PageEditor {
  blocks: Block[]
  head: PageHead
  /** In which the page can be written, its first one first. */
  languages: Language[]
  /** Which version is shown; changes with each change. 'start' while nobody changed anything. */
  versionId: string
  /** What undo would take back and redo make again, as `move courses`; null where there is nothing. */
  undo: string | null
  redo: string | null
  /** Null while the school shows the page that is made from what it has. */
  publishedAt: Date | null
  /** How the draft differs from what visitors see. */
  difference: PageDifference
  isChanged: boolean
  earlier: { id: string; publishedAt: Date; blockCount: number }[]
}

const earlierShown = 10

/**
 * The draft as the editor shows it.
 *
 * @throws NotAllowed without school.manage
 */
export async function readEditor(ctx: EditorCtx): Promise<PageEditor> {
  const { organizationId } = ctx
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const draft = await findDraft(tx, organizationId)
    const published = await findPublished(tx, organizationId)
    const start = startingVersion(ctx)
    const page = draft ?? published ?? start
    const { blocks, head } = page
    const difference = comparePages(published ?? start, { blocks, head })
    const next = draft ? await findNext(tx, organizationId, draft.id) : null
    return {
      blocks,
      head,
      languages: languagesOf(page, ctx.offered),
      versionId: draft?.id ?? 'start',
      undo: draft?.previousId ? draft.deed : null,
      redo: next?.deed ?? null,
      publishedAt: published?.publishedAt ?? null,
      difference,
      isChanged: isDifferent(difference),
      earlier: await listEarlier(tx, organizationId, earlierShown),
    }
  })
}
