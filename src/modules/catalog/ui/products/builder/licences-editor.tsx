import { useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Chip } from '#ui/chip.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { Money } from '#ui/money.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { answerTo, faultsOf, goTo, type FormAnswer } from '../../builder/builder.schema.ts'
import { useSaid } from '../../builder/use-said.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { LicenceState } from './product-state.schema.ts'

type LicencesEditorProps = { licences: readonly LicenceState[]; maySetPrice: boolean; currency: string; locale: string; answer: FormAnswer }

/** Under which licences a piece is sold, each with its price and its words. */
export function LicencesEditor({ licences, maySetPrice, currency, locale, answer }: LicencesEditorProps) {
  const said = productBuilderWords()
  return (
    <section aria-labelledby="licences-title">
      <h2 id="licences-title" className="text-base font-semibold">{said.licences}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{said.licencesText}</p>
      {licences.length === 0 ? <p className="mt-4 border-y py-6 text-sm text-ink-2">{maySetPrice ? said.noLicenceAdd : said.noLicenceOwners}</p> : null}
      <ul aria-label={said.licences} className="mt-4 border-t">
        {licences.map((licence) => (
          <li key={licence.id} className="border-b py-4">
            <LicenceRow licence={licence} maySetPrice={maySetPrice} currency={currency} locale={locale} answer={faultsOf(answer).values.licenceId === licence.id ? answer : undefined} />
          </li>
        ))}
      </ul>
      {maySetPrice ? <NewLicence currency={currency} locale={locale} answer={answerTo(answer, 'add-licence')} count={licences.length} /> : null}
    </section>
  )
}

type LicenceRowProps = { licence: LicenceState; maySetPrice: boolean; currency: string; locale: string; /** What the whole page was told of this one. */ answer: FormAnswer }

function LicenceRow({ licence, maySetPrice, currency, locale, answer }: LicenceRowProps) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const said = fetcher.data ?? answer
  const { fieldErrors, values } = faultsOf(said)
  useSaid(fetcher.data)
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {licence.name}
          {licence.isExclusive ? <Chip tone="brand">{words.soldOnce}</Chip> : null}
        </h3>
        {licence.price ? <Money cents={licence.price.cents} currency={licence.price.currency} locale={locale} className="font-medium" /> : <span className="text-sm text-ink-3">{words.noPrice}</span>}
      </div>
      {licence.terms ? <p className="mt-1 max-w-[60ch] whitespace-pre-line text-sm text-ink-2">{licence.terms}</p> : null}
      {maySetPrice ? (
        <details open={said !== undefined && 'fieldErrors' in said} className="mt-1">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-3">{words.changeNamed(licence.name)}</summary>
          <fetcher.Form method="post" noValidate className="grid max-w-[480px] gap-4 pt-2">
            <input type="hidden" name="licenceId" value={licence.id} />
            <LicenceFields id={licence.id} values={{ name: values.name ?? licence.name, terms: values.terms ?? licence.terms, price: values.price, isExclusive: said === undefined ? (licence.isExclusive ? 'on' : undefined) : values.isExclusive }} cents={licence.price?.cents} errors={fieldErrors} currency={currency} locale={locale} first={goTo(answer, 'name')} />
            <div className="flex gap-2">
              <Button type="submit" name="intent" value="change-licence" busy={fetcher.state !== 'idle'}>
                {words.saveLicence}
              </Button>
              <Button type="submit" variant="quiet" name="intent" value="remove-licence">
                {words.takeOffSale}
              </Button>
            </div>
          </fetcher.Form>
        </details>
      ) : null}
    </>
  )
}

function NewLicence({ currency, locale, answer, count }: { currency: string; locale: string; answer: FormAnswer; count: number }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const { fieldErrors, values } = faultsOf(fetcher.data ?? answer)
  // It stays open after the first: several are added in a row.
  const [isOpen, setIsOpen] = useState(count === 0 || answer !== undefined)
  useSaid(fetcher.data)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)} className="mt-3">
      <summary className="touch inline-flex min-h-11 cursor-pointer items-center font-medium underline underline-offset-3">{words.newLicence}</summary>
      <fetcher.Form key={count} method="post" noValidate className="grid max-w-[480px] gap-4 pt-2">
        <input type="hidden" name="intent" value="add-licence" />
        <LicenceFields id="new" values={values} errors={fieldErrors} currency={currency} locale={locale} first={goTo(answer, 'name')} />
        <div>
          <Button type="submit" busy={fetcher.state !== 'idle'}>
            {words.addLicence}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  )
}

type LicenceFieldsProps = { id: string; values: Record<string, string | undefined>; cents?: number; errors: Record<string, string>; currency: string; locale: string; /** For the first field, when its fault came with the whole page. */ first: ReturnType<typeof goTo> }

function LicenceFields({ id, values, cents, errors, currency, locale, first }: LicenceFieldsProps) {
  const words = productBuilderWords()
  return (
    <>
      <TextField id={`name-${id}`} name="name" label={words.name} placeholder={words.lease} defaultValue={values.name} error={errors.name} maxLength={60} required autoComplete="off" {...first} />
      <TextareaField id={`terms-${id}`} name="terms" label={words.whatMayBeDone} placeholder={words.termsExample} defaultValue={values.terms} error={errors.terms} maxLength={2000} rows={3} optional />
      <MoneyField id={`price-${id}`} name="price" label={words.price} currency={currency} locale={locale} defaultCents={cents} defaultText={values.price} error={errors.price} />
      <CheckboxField id={`exclusive-${id}`} name="isExclusive" label={words.exclusive} hint={words.exclusiveHint} defaultChecked={values.isExclusive === 'on'} error={errors.isExclusive} />
    </>
  )
}
