import { useCallback, useEffect, useRef, useState } from 'react'
import { signFileLink } from '#modules/files/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { Route } from './+types/block.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { editorCtx } from '../../tenant/storefront/load-storefront.ts'
import { BlockForm } from './block-form.tsx'
import { changeSite } from './change-site.ts'
import { HistoryButtons } from './history-buttons.tsx'
import { kindWords, whyEmpty } from './kind-words.ts'
import { loadSite } from './load-site.ts'
import { PictureUpload } from './picture-upload.tsx'
import { PreviewFrame } from './preview-frame.tsx'

// As long as somebody may leave the editor open and come back to it.
const linkSeconds = 12 * 3600

export const loader = answering(async (args: Route.LoaderArgs) => {
  const { app, base } = args.context.get(requestContext)
  const { blocks, anchors, front, organizationId, ...site } = await loadSite(args)
  const at = blocks.findIndex(({ id }) => id === args.params.blockId)
  const block = blocks[at]
  if (!block) throw new NotFound('no such block in the draft')
  const link = ([fileId, storageKey]: [string, string]) => [fileId, signFileLink({ config: app.config, organizationId, fileId, storageKey, expiresInSeconds: linkSeconds })]
  return {
    site: site.site,
    schoolName: site.schoolName,
    versionId: site.versionId,
    undo: site.undo,
    redo: site.redo,
    block,
    anchor: anchors[at] ?? '',
    empty: whyEmpty(block, { peopleCount: front.teachers.length }),
    subjects: [...new Set(front.courses.map(({ subject }) => subject))].filter(Boolean),
    pictures: Object.fromEntries(Object.entries(front.pictures).map(link)) as Record<string, string>,
    uploadsHref: `${base}/api/uploads`,
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  return changeSite(await editorCtx(context), request, await readSentForm(request), { site: `${base}/studio/site`, blockId: params.blockId })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: siteWords().blockTitle(loaderData ? kindWords(loaderData.block.kind).label : '') }]

export default function BlockPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = siteWords()
  const { site, block, versionId, undo, redo, anchor, empty, ...ground } = loaderData
  const { label, hint } = kindWords(block.kind)
  const { madeAnew, remake } = useRemake(versionId)

  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.site, href: site }, { label }]} />}
        title={label}
        text={hint}
        actions={<HistoryButtons undo={undo} redo={redo} onStepped={remake} />}
      />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <div>
          {empty ? <Notice title={empty} className="mb-6" /> : null}
          <BlockForm key={`${block.id} ${madeAnew}`} block={block} pageAnswer={actionData} onRearranged={remake} {...ground} />
          {block.kind === 'gallery' || 'picture' in block ? (
            <div className="mt-8">
              <PictureUpload key={block.id} label={block.kind === 'gallery' ? words.addPictures : words.choosePicture} uploadsHref={ground.uploadsHref} multiple={block.kind === 'gallery'} />
            </div>
          ) : null}
          <form method="post" className="mt-10 border-t pt-5">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="block" value={block.id} />
            <Button type="submit" variant="quiet" size="sm">
              {words.removeBlock}
            </Button>
          </form>
        </div>
        <PreviewFrame site={site} versionId={versionId} anchor={anchor} />
      </div>
    </>
  )
}

/** Fields keep what was typed into them; after a step back or forward they are made anew once the new version is there. */
function useRemake(versionId: string) {
  const [madeAnew, setMadeAnew] = useState(0)
  const isAsked = useRef(false)
  useEffect(() => {
    if (!isAsked.current) return
    isAsked.current = false
    setMadeAnew((count) => count + 1)
  }, [versionId])
  const remake = useCallback(() => {
    isAsked.current = true
  }, [])
  return { madeAnew, remake }
}
