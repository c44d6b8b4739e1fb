import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'

const buttonStyles = cva(
  'inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-(--corner-button) border font-medium transition-[background-color,border-color,color,opacity] disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
  {
    variants: {
      variant: {
        main: 'border-transparent bg-brand text-on-brand hover:bg-brand-hover',
        plain: 'border-edge bg-raised text-ink hover:bg-sunken',
        quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink',
        danger: 'border-transparent bg-bad-fill text-on-bad hover:bg-bad-fill-hover',
      },
      size: {
        sm: 'touch min-h-9 rounded-(--corner-button) px-3 text-sm',
        md: 'min-h-11 px-[18px] text-[0.9375rem]',
        lg: 'min-h-12 px-6 text-base',
        icon: 'size-11 p-0',
        'icon-sm': 'touch size-9 rounded-[8px] p-0',
      },
      wide: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'plain', size: 'md', wide: false },
  },
)

type Look = VariantProps<typeof buttonStyles>
type ButtonProps = ComponentProps<'button'> & Look & { /** Shows that the press is being worked on. */ busy?: boolean }

/** A press that does something. `main` once a page, `plain` otherwise, `quiet` in rows, `danger` where something is lost. */
export function Button({ variant, size, wide, busy, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      className={cn(buttonStyles({ variant, size, wide }), className)}
      {...rest}
    >
      {busy ? <Icon of={LoaderCircle} className="animate-spin" /> : null}
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant, size, wide, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a className={cn(buttonStyles({ variant, size, wide }), className)} {...rest}>
      {children}
    </a>
  )
}
