import { Activity, GitCompareArrows, Inbox, ListTodo, LogOut } from 'lucide-react'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { AppShell } from '#ui/app-shell.tsx'
import { Icon } from '#ui/icon.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { ToastProvider } from '#ui/toast.tsx'
import type { Route } from './+types/operator.ts'
import { answering } from '../respond.ts'
import { useSoftLinks } from '../studio/use-soft-links.ts'
import { requireOperator } from './require-operator.ts'

/** Nothing here is ever kept by a cache. */
export const middleware: Route.MiddlewareFunction[] = [
  async (_, next) => {
    const response = await next()
    response.headers.set('Cache-Control', 'no-store')
    return response
  },
]

/** Everybody comes through here; each page asks again besides, because an action runs without it. */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { viewer } = await requireOperator(context)
  return { name: viewer.name }
})

export const meta: Route.MetaFunction = () => [{ title: 'Operator · CourseCove' }]

const places = [
  { path: '/operator', label: 'Health', icon: Activity },
  { path: '/operator/inbox', label: 'Inbox', icon: Inbox },
  { path: '/operator/reconcile', label: 'Reconcile', icon: GitCompareArrows },
  { path: '/operator/jobs', label: 'Jobs', icon: ListTodo },
]

export default function Operator({ loaderData }: Route.ComponentProps) {
  const { pathname } = useLocation()
  useSoftLinks('/operator')
  const items = places.map(({ path, label, icon }) => ({ href: path, label, icon, current: path === '/operator' ? pathname === path : pathname.startsWith(path) }))
  return (
    <ToastProvider page={pathname}>
      <AppShell place={{ name: 'CourseCove', href: '/', note: 'Operator' }} items={items} foot={<SignedIn name={loaderData.name} />}>
        <Pending />
        <Outlet />
      </AppShell>
    </ToastProvider>
  )
}

function SignedIn({ name }: { name: string }) {
  return (
    <form method="post" action="/sign-out" className="flex items-center gap-2">
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
