import { LogOut } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { rolePermissions } from '#modules/tenancy/index.ts'
import { AppShell } from '#ui/app-shell.tsx'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { Icon } from '#ui/icon.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { ToastProvider } from '#ui/toast.tsx'
import type { Route } from './+types/studio.ts'
import { requestContext } from '../request-context.ts'
import { requireStudio } from '../require-viewer.ts'
import { studioNav } from './studio-nav.ts'
import { useSoftLinks } from './use-soft-links.ts'

/** Everybody in the studio comes through here; each page asks for its own permission besides. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { tenant, base, nonce } = context.get(requestContext)
  const { role, viewer } = await requireStudio(context, request, 'studio.enter')
  const permissions = Object.entries(rolePermissions).filter(([, holders]) => (holders as readonly string[]).includes(role)).map(([permission]) => permission)
  return { school: { name: tenant?.name ?? '', slug: tenant?.slug ?? '', brandCss: brandStyle(tenant?.brand_colour ?? '') }, base, nonce, role, viewerName: viewer.name, permissions }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `Studio · ${loaderData?.school.name ?? 'CourseCove'}` }]

export default function Studio({ loaderData }: Route.ComponentProps) {
  const { school, base, nonce, role, viewerName, permissions } = loaderData
  const { pathname } = useLocation()
  const here = (pathname.startsWith(base) ? pathname.slice(base.length) : pathname).replace(/\/$/, '')
  const { items, footItems } = studioNav(base, here, permissions)
  useSoftLinks(`${base}/studio`)
  useFocusOnPage(pathname)
  const note = (
    <>
      <span className="capitalize">{role}</span> ·{' '}
      <a href={`${base}/learn`} className="touch hover:text-ink hover:underline">
        switch to learning
      </a>
    </>
  )

  return (
    <div data-tenant={school.slug}>
      <BrandStyle css={school.brandCss} nonce={nonce} />
      <ToastProvider page={pathname}>
        <AppShell place={{ name: school.name, href: base || '/', note }} items={items} footItems={footItems} foot={<SignedIn name={viewerName} action={`${base}/sign-out`} />}>
          <Pending />
          <Outlet />
        </AppShell>
      </ToastProvider>
    </div>
  )
}

function SignedIn({ name, action }: { name: string; action: string }) {
  return (
    <form method="post" action={action} className="flex items-center gap-2">
      <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{name}</span>
      <button type="submit" aria-label="Sign out" title="Sign out" className="touch grid size-9 place-items-center rounded-[8px] text-ink-3 hover:bg-line/50 hover:text-ink">
        <Icon of={LogOut} />
      </button>
    </form>
  )
}

/** Says that the next page is coming, once it takes longer than a blink. */
function Pending() {
  const { state } = useNavigation()
  if (state === 'idle') return null

  return (
    <div className="fixed inset-x-0 top-0 z-50 animate-fade opacity-100 [animation-delay:150ms] [animation-fill-mode:backwards]">
      <ProgressBar label="Loading" className="h-0.5 rounded-none" />
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
