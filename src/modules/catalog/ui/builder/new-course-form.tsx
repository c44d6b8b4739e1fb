import { Plus } from 'lucide-react'
import { Form, useNavigation } from 'react-router'
import { presetWords } from '#modules/tenancy/ui/words/preset-words.ts'
import { useKind } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { besideControl } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'

type NewCourseFormProps = { error?: string; value?: string; isFirst?: boolean; className?: string }

/** A title is enough to begin; everything else comes when it is needed. */
export function NewCourseForm({ error, value, isFirst, className }: NewCourseFormProps) {
  const kind = useBuilderKind()
  const words = builderWords()
  const { state, formMethod } = useNavigation()
  const { exampleCourse } = presetWords()[useKind().value]

  return (
    <Form method="post" noValidate className={cn('flex flex-wrap items-end gap-2.5 sm:items-start', isFirst && 'justify-center text-left', className)}>
      <TextField
        name="title"
        label={isFirst ? kind.firstCourseCalled : kind.newCourse}
        placeholder={exampleCourse}
        defaultValue={value}
        error={error}
        required
        maxLength={160}
        autoComplete="off"
        className="w-full max-w-[380px] flex-1 basis-60"
      />
      <Button type="submit" variant={isFirst ? 'main' : 'plain'} busy={state !== 'idle' && formMethod === 'POST'} className={besideControl}>
        <Icon of={Plus} />
        {isFirst ? words.begin : words.add}
      </Button>
    </Form>
  )
}
