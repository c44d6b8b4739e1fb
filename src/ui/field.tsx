import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Icon } from './icon.tsx'
import { partWords } from './words/part-words.ts'

/** What every field of a form has besides its own control. */
export type FieldProps = {
  label: ReactNode
  /** Helps before the mistake. */
  hint?: ReactNode
  /** Says what is wrong and what to do; ties itself to the control. */
  error?: string | null
  /** Marks what may be left empty; what must be filled carries no mark. */
  optional?: boolean
}

/** What the control must carry so that label, hint and error belong to it. */
export type ControlProps = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** The look that all text controls share. */
export const controlStyles =
  'block w-full min-h-11 rounded-md border border-field bg-raised px-3 py-2 text-base text-ink transition-[border-color,box-shadow] hover:border-ink-3 focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)]'

/** For a button in a row with a labelled control (`sm:items-start`): on the control's line, whether or not an error stands under it. */
export const besideControl = 'sm:mt-[1.625rem]'

type FrameProps = FieldProps & {
  id?: string
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** Label, hint and error around one control. The named fields (TextField and so on) are made of it. */
export function Field({ label, hint, error, optional, id: givenId, className, children }: FrameProps) {
  const madeId = useId()
  const id = givenId ?? madeId
  const control = controlProps(id, hint, error)

  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
        {optional ? <span className="font-normal text-ink-3"> {`(${partWords().optional})`}</span> : null}
      </label>
      {hint ? <FieldHint id={`${id}-hint`}>{hint}</FieldHint> : null}
      {children(control)}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}

/** The ties between a control and the words around it. */
export function controlProps(id: string, hint: ReactNode, error: string | null | undefined): ControlProps {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')

  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  }
}

/** The quiet line between label and control. */
function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="-mt-1 text-sm text-ink-2">
      {children}
    </p>
  )
}

/** The line under a control that says what to mend. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm font-medium text-bad">
      <Icon of={CircleAlert} size="sm" className="mt-[2.5px]" />
      <span>{children}</span>
    </p>
  )
}
