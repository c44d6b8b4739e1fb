import { useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { rolePermissions } from '#modules/tenancy/index.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { AppShell } from '#ui/app-shell.tsx'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { PlaceSwitcher } from '#ui/place-switcher.tsx'
import { ToastProvider } from '#ui/toast.tsx'
import { studioWords } from '../words/studio-words.ts'
import type { Route } from './+types/studio.ts'
import { Pending } from '../pending.tsx'
import { requestContext } from '../request-context.ts'
import { requireStudio } from '../require-viewer.ts'
import { SignedIn } from '../signed-in.tsx'
import { loadPlaces } from '../switcher/load-places.ts'
import { useRoleWords } from './people/role-words.ts'
import { studioNav } from './studio-nav.ts'
import { useSoftLinks } from './use-soft-links.ts'

/** Everybody in the studio comes through here; each page asks for its own permission besides. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { tenant, base, nonce } = context.get(requestContext)
  const { role, viewer } = await requireStudio(context, request, 'studio.enter')
  const permissions = Object.entries(rolePermissions).filter(([, holders]) => (holders as readonly string[]).includes(role)).map(([permission]) => permission)
  return { school: { name: tenant?.name ?? '', slug: tenant?.slug ?? '', brandCss: brandStyle(tenant?.brand_colour ?? '') }, base, nonce, role, viewerName: viewer.name, permissions, places: await loadPlaces(context, viewer.userId) }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: studioWords().studioOf(loaderData?.school.name ?? 'CourseCove') }]

export default function Studio({ loaderData }: Route.ComponentProps) {
  const words = studioWords()
  const { school, base, nonce, role, viewerName, permissions, places } = loaderData
  const { pathname } = useLocation()
  const here = (pathname.startsWith(base) ? pathname.slice(base.length) : pathname).replace(/\/$/, '')
  const { items, footItems } = studioNav({ base, here, permissions, wording: useWording() })
  const roleWords = useRoleWords()
  useSoftLinks(`${base}/studio`)
  useFocusOnPage(pathname)
  const note = (
    <>
      {roleWords[role].label}
      <span aria-hidden="true" className="md:hidden">
        {' · '}
      </span>
      <a href={`${base}/learn`} className="touch whitespace-nowrap hover:text-ink hover:underline md:block">
        {words.switchToLearning}
      </a>
    </>
  )

  return (
    <div data-tenant={school.slug}>
      <BrandStyle css={school.brandCss} nonce={nonce} />
      <ToastProvider page={pathname}>
        <AppShell place={{ name: school.name, href: base || '/', note, switcher: <PlaceSwitcher places={places.schools} label={words.switchSchools} all={{ href: places.allHref, label: places.schools.length > 0 ? words.allYourSchools : words.yourSchools }} /> }} items={items} footItems={footItems} foot={<SignedIn name={viewerName} action={`${base}/sign-out`} />}>
          <Pending />
          <Outlet />
        </AppShell>
      </ToastProvider>
    </div>
  )
}

/** After a page was changed without loading, the keyboard begins at its content, as it would on a loaded one. */
function useFocusOnPage(pathname: string): void {
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
