import { useState } from 'react'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { answerTo, faultsOf, type FormAnswer } from '../../builder/builder.schema.ts'
import { counted } from '../../durations.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { PartState } from './product-state.schema.ts'

type PartsFormProps = { parts: readonly PartState[]; price: { cents: number; currency: string } | null; maySetParts: boolean; locale: string; answer: FormAnswer }

/** The field of one thing that can be in a bundle. */
export const partField = (id: string) => `part-${id}`

/** What is in a bundle, with what the parts cost alone beside what the bundle costs. */
export function PartsForm({ parts, price, maySetParts, locale, answer }: PartsFormProps) {
  const words = productBuilderWords()
  const own = answerTo(answer, 'set-parts')
  const { fieldErrors } = faultsOf(own)
  const [chosen, setChosen] = useState(() => new Set(parts.filter(({ isIn }) => isIn).map(({ id }) => id)))
  if (parts.length === 0) return <EmptyState title={words.nothingToPutIn}>{words.publishSomeFirst}</EmptyState>

  const toggle = (id: string, isIn: boolean) => setChosen((before) => new Set(isIn ? [...before, id] : [...before].filter((other) => other !== id)))
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="set-parts" />
      <fieldset disabled={!maySetParts}>
        <legend className="text-base font-semibold">{words.whatIsIn}</legend>
        <p className="mt-0.5 text-sm text-ink-2">{words.partsText}{' '}{maySetParts ? words.boughtKeeps : words.ownersChoose}</p>
        <div className="mt-4 divide-y border-y">
          {parts.map((part) => (
            <CheckboxField
              key={part.id}
              name={partField(part.id)}
              label={part.title}
              hint={`${part.kindLabel}, ${part.price ? (part.price.cents === 0 ? words.freeAlone : words.costsAlone(formatMoney(part.price.cents, part.price.currency, locale))) : words.notSoldAlone}`}
              defaultChecked={part.isIn}
              onChange={(event) => toggle(part.id, event.currentTarget.checked)}
              error={fieldErrors[partField(part.id)]}
            />
          ))}
        </div>
      </fieldset>
      <p aria-live="polite" className="mt-3 text-sm text-ink-2 tabular-nums">
        {sumWords(parts.filter(({ id }) => chosen.has(id)), price, locale)}
      </p>
      {maySetParts ? (
        <Button type="submit" className="mt-4">
          {words.saveWhatIsIn}
        </Button>
      ) : null}
    </Form>
  )
}

function sumWords(chosen: readonly PartState[], price: PartsFormProps['price'], locale: string): string {
  const words = productBuilderWords()
  const [first] = chosen.flatMap((part) => part.price ?? [])
  if (!first) return words.thingsChosen(chosen.length)

  // Prices in several currencies cannot be added up; nothing is converted.
  const same = chosen.flatMap((part) => part.price ?? []).filter(({ currency }) => currency === first.currency)
  const sum = same.reduce((total, { cents }) => total + cents, 0)
  const bundle = price?.currency === first.currency ? words.bundleCosts(formatMoney(price.cents, price.currency, locale)) : ''
  return words.thingsChosenFor(chosen.length, formatMoney(sum, first.currency, locale), bundle)
}
