import { useState } from 'react'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { answerTo, faultsOf, type FormAnswer } from '../../builder/builder.schema.ts'
import { counted } from '../../durations.ts'
import type { PartState } from './product-state.schema.ts'

type PartsFormProps = { parts: readonly PartState[]; price: { cents: number; currency: string } | null; maySetParts: boolean; locale: string; answer: FormAnswer }

/** The field of one thing that can be in a bundle. */
export const partField = (id: string) => `part-${id}`

/** What is in a bundle, with what the parts cost alone beside what the bundle costs. */
export function PartsForm({ parts, price, maySetParts, locale, answer }: PartsFormProps) {
  const own = answerTo(answer, 'set-parts')
  const { fieldErrors } = faultsOf(own)
  const [chosen, setChosen] = useState(() => new Set(parts.filter(({ isIn }) => isIn).map(({ id }) => id)))
  if (parts.length === 0) return <EmptyState title="Nothing to put into it yet">A bundle holds courses and downloads that are on your site. Publish some first.</EmptyState>

  const toggle = (id: string, isIn: boolean) => setChosen((before) => new Set(isIn ? [...before, id] : [...before].filter((other) => other !== id)))
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="set-parts" />
      <fieldset disabled={!maySetParts}>
        <legend className="text-base font-semibold">What is in it</legend>
        <p className="mt-0.5 text-sm text-ink-2">Courses and downloads on your site. {maySetParts ? 'Who bought it before keeps what it held then.' : 'Owners and admins choose, since it belongs to the price.'}</p>
        <div className="mt-4 divide-y border-y">
          {parts.map((part) => (
            <CheckboxField
              key={part.id}
              name={partField(part.id)}
              label={part.title}
              hint={`${part.kindLabel}, ${part.price ? (part.price.cents === 0 ? 'free alone' : `${formatMoney(part.price.cents, part.price.currency, locale)} alone`) : 'not sold alone'}`}
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
          Save what is in it
        </Button>
      ) : null}
    </Form>
  )
}

function sumWords(chosen: readonly PartState[], price: PartsFormProps['price'], locale: string): string {
  const [first] = chosen.flatMap((part) => part.price ?? [])
  if (!first) return `${counted(chosen.length, 'thing', 'things')} chosen.`

  // Prices in several currencies cannot be added up; nothing is converted.
  const same = chosen.flatMap((part) => part.price ?? []).filter(({ currency }) => currency === first.currency)
  const sum = same.reduce((total, { cents }) => total + cents, 0)
  const bundle = price?.currency === first.currency ? ` The bundle costs ${formatMoney(price.cents, price.currency, locale)}.` : ''
  return `${counted(chosen.length, 'thing', 'things')} chosen, ${formatMoney(sum, first.currency, locale)} one by one.${bundle}`
}
