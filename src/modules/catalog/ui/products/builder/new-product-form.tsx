import { Plus } from 'lucide-react'
import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { besideControl } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { productKinds } from '../../../products/product-kinds.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import { useThingWords } from '../../words/thing-words.ts'

type NewProductFormProps = { errors?: Record<string, string>; values?: Record<string, string>; isFirst?: boolean; className?: string }

/** A title and a kind are enough to begin; everything else comes when it is needed. */
export function NewProductForm({ errors = {}, values = {}, isFirst, className }: NewProductFormProps) {
  const words = productBuilderWords()
  const { state, formMethod } = useNavigation()
  const things = useThingWords()
  return (
    <Form method="post" noValidate className={cn('flex flex-wrap items-end gap-2.5 sm:items-start', isFirst && 'justify-center text-left', className)}>
      <TextField
        name="title"
        label={isFirst ? words.firstProductCalled : words.newProduct}
        placeholder={words.productExample}
        defaultValue={values.title}
        error={errors.title}
        required
        maxLength={160}
        autoComplete="off"
        className="w-full max-w-[380px] flex-1 basis-60"
      />
      <SelectField name="kind" label={words.kind} options={productKinds.map((kind) => ({ value: kind, label: things[kind].label }))} defaultValue={values.kind} error={errors.kind} className="w-full sm:w-44" />
      <Button type="submit" variant={isFirst ? 'main' : 'plain'} busy={state !== 'idle' && formMethod === 'POST'} className={besideControl}>
        <Icon of={Plus} />
        {isFirst ? words.begin : words.add}
      </Button>
    </Form>
  )
}
