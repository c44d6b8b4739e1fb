import { readFirstPage } from '#modules/storefront/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/school-picture.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import { tonguesOf } from '../catalog/school-page.ts'
import { editorCtx } from '../storefront/load-storefront.ts'
import { taglineIn } from '../tagline-in.ts'
import { answerPicture } from './answer-picture.ts'
import { schoolArt, socialColours } from './social-art.tsx'

/** What messengers show of a school: its headline, its line, its drawing in its colour. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { tenant, home, locale } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const { blocks } = await readFirstPage(await editorCtx(context), { language: tonguesOf(context).current })
  const hero = blocks.find((block) => block.kind === 'hero')
  return answerPicture(request, {
    title: hero?.title || tenant.name,
    schoolName: tenant.name,
    line: taglineIn(tenant, locale) || new URL(home).host,
    colours: socialColours(tenant.brand_colour),
    art: schoolArt(tenant.preset, tenant.brand_colour),
  })
})
