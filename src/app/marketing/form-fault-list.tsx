import { Notice } from '#ui/notice.tsx'
import type { FormFaults } from '../respond.ts'

/** What a form got back, above it. Faults of single fields stand beside them; here stands what concerns the whole. */
export function FormFaultList({ faults }: { faults: FormFaults | undefined }) {
  if (!faults?.formError) return null
  return (
    <div role="alert" className="mb-6">
      <Notice tone="bad" title={faults.formError} />
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
