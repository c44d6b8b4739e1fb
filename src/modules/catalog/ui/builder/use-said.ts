import { useEffect } from 'react'
import { useToast } from '#ui/toast.tsx'
import { faultsOf, type FormAnswer } from './builder.schema.ts'

/** Says once what came of a deed: its sentence, or the fault that belongs to no field. */
export function useSaid(answer: FormAnswer): void {
  const show = useToast()
  useEffect(() => {
    if (!answer) return
    const { formError } = faultsOf(answer)
    if ('said' in answer && answer.said) show({ title: answer.said })
    if (formError) show({ title: formError, tone: 'bad' })
  }, [answer, show])
}
