import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { answerTo, faultsOf, type FormAnswer } from '../../builder/builder.schema.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { ProductState } from './product-state.schema.ts'

/** Deleting, with what it means said first; impossible while anybody has the product. */
export function DeleteProduct({ product, answer }: { product: ProductState; answer: FormAnswer }) {
  const words = productBuilderWords()
  const { formData, state } = useNavigation()
  const { formError } = faultsOf(answerTo(answer, 'delete'))
  return (
    <section aria-labelledby="delete-title" className="mt-14 max-w-[640px] border-t pt-6">
      <h2 id="delete-title" className="font-semibold">
        {words.deleteProduct}
      </h2>
      <FormErrors errors={formError ? [{ message: formError }] : []} className="mt-3" />
      {product.uses > 0 ? (
        <p className="mt-1.5 text-sm text-ink-2">{words.soldSoStays}</p>
      ) : (
        <details className="mt-1.5">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-bad underline underline-offset-3">{words.deleteNamed(product.title)}</summary>
          <Form method="post" className="grid justify-items-start gap-3 pt-1">
            <input type="hidden" name="intent" value="delete" />
            <p className="text-sm text-ink-2">{words.nobodyHasIt}</p>
            <Button type="submit" variant="danger" busy={state !== 'idle' && formData?.get('intent') === 'delete'}>
              {words.deleteProduct}
            </Button>
          </Form>
        </details>
      )}
    </section>
  )
}
