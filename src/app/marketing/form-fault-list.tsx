import { Notice } from '#ui/notice.tsx'
import type { FormFaults } from '../respond.ts'

type FormFaultListProps = {
  faults: FormFaults | undefined
  /** The fields that show their own faults; a fault of any other, such as a hidden one, is said here. Left out, all do. */
  beside?: readonly string[]
  className?: string
}

/** What a form got back, above it. Faults of single fields stand beside them; here stands what concerns the whole. */
export function FormFaultList({ faults, beside, className = 'mb-6' }: FormFaultListProps) {
  const [elsewhere] = Object.entries(faults?.fieldErrors ?? {}).filter(([field]) => beside && !beside.includes(field))
  const said = faults?.formError ?? elsewhere?.[1]
  if (!said) return null
  return (
    <div role="alert" className={className}>
      <Notice tone="bad" title={said} />
    </div>
  )
}

/**
 * The first field with a fault gets the focus when the form comes back, so that nobody has to look for it.
 *
 * @returns what to spread into each field, by its name
 * @example
 * const focus = focusFirstFault(faults)
 * <TextField name="email" {...focus('email')} />
 */
export function focusFirstFault(faults: Pick<FormFaults, 'fieldErrors'> | undefined): (name: string) => { autoFocus?: true } {
  const first = Object.keys(faults?.fieldErrors ?? {})[0]
  return (name) => (name === first ? { autoFocus: true } : {})
}
