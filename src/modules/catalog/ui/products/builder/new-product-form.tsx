import { Plus } from 'lucide-react'
import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { besideControl } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { kindFaces, productKinds } from '../../../products/product-kinds.ts'

type NewProductFormProps = { errors?: Record<string, string>; values?: Record<string, string>; isFirst?: boolean; className?: string }

/** A title and a kind are enough to begin; everything else comes when it is needed. */
export function NewProductForm({ errors = {}, values = {}, isFirst, className }: NewProductFormProps) {
  const { state, formMethod } = useNavigation()
  return (
    <Form method="post" noValidate className={cn('flex flex-wrap items-end gap-2.5 sm:items-start', isFirst && 'justify-center text-left', className)}>
      <TextField
        name="title"
        label={isFirst ? 'What is your first product called?' : 'New product'}
        placeholder="Chord sheets for beginners"
        defaultValue={values.title}
        error={errors.title}
        required
        maxLength={160}
        autoComplete="off"
        className="w-full max-w-[380px] flex-1 basis-60"
      />
      <SelectField name="kind" label="Kind" options={productKinds.map((kind) => ({ value: kind, label: kindFaces[kind].label }))} defaultValue={values.kind} error={errors.kind} className="w-full sm:w-44" />
      <Button type="submit" variant={isFirst ? 'main' : 'plain'} busy={state !== 'idle' && formMethod === 'POST'} className={besideControl}>
        <Icon of={Plus} />
        {isFirst ? 'Begin' : 'Add'}
      </Button>
    </Form>
  )
}
