import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { besideControl } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { TextField } from '#ui/text-field.tsx'
import { builderWords } from '../words/builder-words.ts'
import { answerTo, faultsOf, goTo, type FormAnswer } from './builder.schema.ts'

/** A new section at the end of the course. */
export function AddSection({ suggested, answer }: { /** What the first one may be called: for something short, one press is enough. */ suggested?: string; answer: FormAnswer }) {
  const words = builderWords()
  const fetcher = useFetcher<FormAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const own = answerTo(answer, 'add-section')
  const { fieldErrors, values } = faultsOf(fetcher.data ?? own)
  useEffect(() => {
    if (fetcher.data && 'done' in fetcher.data) form.current?.reset()
  }, [fetcher.data])

  return (
    <fetcher.Form ref={form} method="post" noValidate className="flex flex-wrap items-end gap-2.5 text-left sm:items-start">
      <input type="hidden" name="intent" value="add-section" />
      <TextField
        id="section-title"
        name="title"
        label={suggested ? words.firstSectionCalled : words.newSection}
        defaultValue={values.title ?? suggested}
        error={fieldErrors.title}
        maxLength={160}
        required
        autoComplete="off"
        {...goTo(own, 'title')}
        className="min-w-0 flex-1 basis-60 sm:max-w-[380px]"
      />
      <Button type="submit" busy={fetcher.state !== 'idle'} className={besideControl}>
        <Icon of={Plus} />
        {words.add}
      </Button>
    </fetcher.Form>
  )
}
