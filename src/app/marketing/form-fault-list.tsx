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

/** The first field with a fault gets the focus. */
export function firstFault(faults: FormFaults | undefined): string | undefined {
  return Object.keys(faults?.fieldErrors ?? {})[0]
}
