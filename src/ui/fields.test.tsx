import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckboxField } from './checkbox-field.tsx'
import { FormErrors } from './form-errors.tsx'
import { MoneyField } from './money-field.tsx'
import { RadioCards } from './radio-cards.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'
import { TextareaField } from './textarea-field.tsx'

const options = [{ value: 'piano', label: 'Piano' }]

describe('a field', () => {
  it.each([
    ['text', <TextField key="" name="it" label="Label" hint="Hint" error="Fault" />],
    ['textarea', <TextareaField key="" name="it" label="Label" hint="Hint" error="Fault" />],
    ['select', <SelectField key="" name="it" label="Label" hint="Hint" error="Fault" options={options} />],
    ['money', <MoneyField key="" name="it" label="Label" hint="Hint" error="Fault" currency="EUR" locale="en" />],
    ['checkbox', <CheckboxField key="" name="it" label="Label" hint="Hint" error="Fault" />],
  ])('of the kind %s belongs to its label, hint and error', (_kind, field) => {
    const html = renderToStaticMarkup(field)

    expect(html).toMatch(/<label[^>]*for="it"|<label[^>]*><input/)
    expect(html).toContain('id="it"')
    expect(html).toContain('aria-describedby="it-hint it-error"')
    expect(html).toMatch(/id="it-hint"[^>]*>Hint/)
    expect(html).toContain('id="it-error"')
    expect(html).toContain('aria-invalid="true"')
  })

  it('says nothing of faults when there are none', () => {
    const html = renderToStaticMarkup(<TextField name="it" label="Label" />)

    expect(html).not.toContain('aria-invalid=')
    expect(html).not.toContain('aria-describedby')
  })

  it('marks what may be left empty', () => {
    expect(renderToStaticMarkup(<TextField name="it" label="Label" optional />)).toContain('(optional)')
  })

  it('gives two fields without a name their own ids', () => {
    const html = renderToStaticMarkup(
      <>
        <TextField label="One" />
        <TextField label="Two" />
      </>,
    )
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])

    expect(new Set(ids).size).toBe(2)
  })
})

describe('an amount of money', () => {
  it('is shown without the zeros of a round figure, and with them otherwise', () => {
    const shown = (cents: number, currency: string) =>
      /value="([^"]*)"/.exec(renderToStaticMarkup(<MoneyField name="it" label="Price" currency={currency} locale="en" defaultCents={cents} />))?.[1]

    expect(shown(8900, 'EUR')).toBe('89')
    expect(shown(8950, 'EUR')).toBe('89.50')
    expect(shown(500, 'JPY')).toBe('500')
  })

  it('comes back as it was typed', () => {
    const html = renderToStaticMarkup(<MoneyField name="it" label="Price" currency="EUR" locale="en" defaultText="about ninety" />)

    expect(html).toContain('value="about ninety"')
  })
})

describe('radio cards', () => {
  it('are one group with its legend and error, and the chosen one checked', () => {
    const html = renderToStaticMarkup(
      <RadioCards name="kind" label="What is it?" error="Choose one." choices={[{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]} defaultValue="b" />,
    )

    expect(html).toMatch(/<fieldset role="radiogroup" aria-describedby="([^"]+)" aria-invalid="true"[\s\S]*id="\1"/)
    expect(html).toMatch(/<legend[^>]*>What is it\?/)
    expect(html.match(/checked=""/g)).toHaveLength(1)
  })
})

describe('the summary of a form’s faults', () => {
  it('is announced, can be focused, and leads to each field', () => {
    const html = renderToStaticMarkup(<FormErrors errors={[{ field: 'email', message: 'Write the whole address.' }, { message: 'Try again.' }]} />)

    expect(html).toContain('role="alert"')
    expect(html).toContain('tabindex="-1"')
    expect(html).toContain('href="#email"')
    expect(html).toContain('2 things need your attention')
  })

  it('is not there when nothing is wrong', () => {
    expect(renderToStaticMarkup(<FormErrors errors={[]} />)).toBe('')
  })
})
