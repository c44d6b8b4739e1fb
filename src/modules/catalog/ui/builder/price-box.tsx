import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { Money } from '#ui/money.tsx'
import { builderWords } from '../words/builder-words.ts'
import { answerTo, faultsOf, goTo, type CourseState, type FormAnswer } from './builder.schema.ts'
import { useSaid } from './use-said.ts'

type PriceBoxProps = { course: Pick<CourseState, 'price' | 'maySetPrice' | 'isPayable' | 'payoutsHref'>; currency: string; locale: string; answer: FormAnswer; hint?: string }

/** What the course costs, for those who may say so; the others see it. */
export function PriceBox({ course, currency, locale, answer, hint = builderWords().priceHint }: PriceBoxProps) {
  const words = builderWords()
  const fetcher = useFetcher<FormAnswer>()
  const own = answerTo(answer, 'set-price')
  const { fieldErrors, values } = faultsOf(fetcher.data ?? own)
  const { price } = course
  useSaid(fetcher.data)
  if (!course.maySetPrice) {
    return (
      <section aria-labelledby="price-title" className="border-t pt-4">
        <h2 id="price-title" className="font-semibold">
          {words.price}
        </h2>
        <p className="mt-1.5 text-sm text-ink-2">
          {price === null ? words.noPriceYet : price.cents === 0 ? words.freeSentence : <Money cents={price.cents} currency={price.currency.toUpperCase()} locale={locale} />}{' '}{words.whoSetsPrices}
        </p>
      </section>
    )
  }

  return (
    <section aria-label={words.price} className="border-t pt-4">
      <fetcher.Form method="post" noValidate className="grid gap-2.5">
        <input type="hidden" name="intent" value="set-price" />
        <MoneyField
          key={price?.cents ?? 'none'}
          name="price"
          label={words.price}
          hint={hint}
          currency={currency}
          locale={locale}
          defaultCents={price?.cents}
          defaultText={values.price}
          error={fieldErrors.price}
          {...goTo(own, 'price')}
        />
        <div>
          <Button type="submit" size="sm" busy={fetcher.state !== 'idle'}>
            {words.savePrice}
          </Button>
        </div>
      </fetcher.Form>
      {price && price.cents > 0 && !course.isPayable ? (
        <p className="mt-3 text-sm text-warn">
          {words.nobodyCanBuy}{' '}
          {course.payoutsHref ? (
            <a href={course.payoutsHref} className="link">
              {words.setUpPayouts}
            </a>
          ) : (
            words.ownerCan
          )}
        </p>
      ) : null}
    </section>
  )
}
