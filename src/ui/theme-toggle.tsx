import { Moon, Sun, SunMoon } from 'lucide-react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'device', label: 'As the device', icon: SunMoon },
] as const

type ThemeToggleProps = {
  /** Where the form posts `theme` and `returnTo`. */
  action: string
  current: (typeof themes)[number]['value']
  returnTo: string
  className?: string
}

/** Light, dark, or as the device says: three real buttons of a real form. */
export function ThemeToggle({ action, current, returnTo, className }: ThemeToggleProps) {
  return (
    <form method="post" action={action} aria-label="Theme" className={cn('inline-flex gap-0.5 rounded-md bg-sunken p-0.5', className)}>
      <input type="hidden" name="returnTo" value={returnTo} />
      {themes.map(({ value, label, icon }) => (
        <button
          key={value}
          name="theme"
          value={value}
          aria-label={label}
          title={label}
          aria-pressed={value === current}
          className={cn('touch grid size-9 place-items-center rounded-[8px]', value === current ? 'bg-raised text-ink shadow-[0_1px_2px_oklch(0.2_0.02_60/0.1)]' : 'text-ink-3 hover:text-ink')}
        >
          <Icon of={icon} />
        </button>
      ))}
    </form>
  )
}
