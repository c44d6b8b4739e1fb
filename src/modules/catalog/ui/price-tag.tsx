import { cn } from '#ui/class-names.ts'
import { Money } from '#ui/money.tsx'
import type { Price } from './public-pages.schema.ts'
import { schoolWords } from './words/school-words.ts'

/** What a course costs, in a word or a figure. */
export function PriceTag({ price, locale, className }: { price: Price; locale: string; className?: string }) {
  if (price.kind === 'none') return null
  if (price.kind === 'free') return <span className={cn('font-semibold', className)}>{schoolWords().free}</span>

  return <Money cents={price.cents} currency={price.currency} locale={locale} short className={cn('font-semibold', className)} />
}
