import { useEffect } from 'react'
import { useToast } from '#ui/toast.tsx'
import { faultsOf, type FormAnswer } from './builder.schema.ts'

/**
 * Says once what came of a deed: its sentence, or the fault that belongs to no field.
 *
 * @param hasFields false for a deed without a form, whose faults have no other place
 */
export function useSaid(answer: FormAnswer, hasFields = true): void {
  const show = useToast()
  useEffect(() => {
    if (!answer) return
    const { formError, fieldErrors } = faultsOf(answer)
    const fault = formError ?? (hasFields ? undefined : Object.values(fieldErrors)[0])
    if ('said' in answer && answer.said) show({ title: answer.said })
    if (fault) show({ title: fault, tone: 'bad' })
  }, [answer, hasFields, show])
}
