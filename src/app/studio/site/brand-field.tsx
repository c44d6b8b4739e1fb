import { useState } from 'react'
import { useKindWords } from '#modules/catalog/ui/words/kind-words.ts'
import { brandTokens, neutrals, type Theme } from '#ui/brand/brand-tokens.ts'
import { contrast, css, readColour, type Colour } from '#ui/brand/contrast.ts'
import { Field } from '#ui/field.tsx'
import { siteWords } from '../../words/site-words.ts'

type BrandFieldProps = { value: string; error: string | undefined }

/** The school's one colour, with what it becomes: by day and by night, and how well each can be read. */
export function BrandField({ value, error }: BrandFieldProps) {
  const words = siteWords()
  const [colour, setColour] = useState(value)
  return (
    <div className="grid gap-4">
      <Field label={words.brandColour} hint={words.brandColourHint} error={error} id="brandColour">
        {(control) => (
          <input
            {...control}
            type="color"
            name="brandColour"
            defaultValue={value}
            onInput={(event) => setColour(event.currentTarget.value)}
            className="h-11 w-24 cursor-pointer rounded-md border border-field bg-raised p-1"
          />
        )}
      </Field>
      <div className="grid gap-3">
        <Preview colour={colour} theme="light" label={words.byDay} />
        <Preview colour={colour} theme="dark" label={words.byNight} />
      </div>
    </div>
  )
}

/** WCAG 2.2: AA asks 4.5 of text. */
const textMin = 4.5

function Preview({ colour, theme, label }: { colour: string; theme: Theme; label: string }) {
  const words = siteWords()
  const { buy, seeTheCourses } = useKindWords()
  const tokens = brandTokens(colour, theme)
  const { paper, ink } = neutrals[theme]
  const given = readColour(colour)
  const isKept = given !== null && Math.abs(given.l - tokens.brand.l) < 0.02
  return (
    <div className="grid gap-3 rounded-lg border p-4" style={{ backgroundColor: css(paper), color: css(ink) }}>
      <span className="text-sm">{label}</span>
      <span className="flex flex-wrap items-center gap-2.5">
        <span className="rounded-md px-4 py-2 text-[0.9375rem] font-medium" style={{ backgroundColor: css(tokens.brand), color: css(tokens['on-brand']) }}>
          {buy}
        </span>
        <span className="rounded-sm px-2 py-0.5 text-sm font-medium" style={{ backgroundColor: css(tokens['brand-tint']), color: css(tokens['brand-strong']) }}>
          {words.new}
        </span>
        <span className="text-[0.9375rem] underline underline-offset-3" style={{ color: css(tokens['brand-strong']) }}>
          {seeTheCourses}
        </span>
      </span>
      <dl className="grid gap-x-6 gap-y-1 text-sm tabular-nums">
        <Ratio term={words.textOnColour} of={[tokens['on-brand'], tokens.brand]} />
        <Ratio term={words.colourAsText} of={[tokens['brand-strong'], paper]} />
        <Ratio term={words.textOnTint} of={[tokens['brand-strong'], tokens['brand-tint']]} />
      </dl>
      {isKept ? null : <p className="text-sm">{theme === 'light' ? words.darkerHere : words.lighterHere}</p>}
    </div>
  )
}

function Ratio({ term, of: [text, ground] }: { term: string; of: [Colour, Colour] }) {
  const ratio = contrast(text, ground)
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{term}</dt>
      <dd>
        {ratio.toFixed(1)} : 1 <span className="font-medium">{ratio >= 7 ? 'AAA' : ratio >= textMin ? 'AA' : siteWords().tooLittle}</span>
      </dd>
    </div>
  )
}
