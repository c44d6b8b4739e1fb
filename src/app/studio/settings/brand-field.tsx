import { useState } from 'react'
import { brandTokens, type Theme } from '#ui/brand/brand-tokens.ts'
import { css } from '#ui/brand/contrast.ts'
import { Field } from '#ui/field.tsx'

/** The school's one colour, with what it becomes: by day and by night, always with readable text. */
export function BrandField({ value, error }: { value: string; error: string | undefined }) {
  const [colour, setColour] = useState(value)
  return (
    <div className="grid gap-4">
      <Field label="Brand colour" hint="One colour is enough. Lighter and darker tones are computed from it, and text on them stays readable." error={error} id="brandColour">
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
      <div className="grid gap-3 sm:grid-cols-2">
        <Preview colour={colour} theme="light" label="By day" ground="oklch(0.988 0.004 85)" ink="oklch(0.23 0.012 60)" />
        <Preview colour={colour} theme="dark" label="By night" ground="oklch(0.185 0.008 60)" ink="oklch(0.955 0.006 85)" />
      </div>
    </div>
  )
}

function Preview({ colour, theme, label, ground, ink }: { colour: string; theme: Theme; label: string; ground: string; ink: string }) {
  const tokens = brandTokens(colour, theme)
  return (
    <div className="grid gap-3 rounded-lg border p-4" style={{ backgroundColor: ground, color: ink }}>
      <span className="text-sm">{label}</span>
      <span className="flex flex-wrap items-center gap-2.5">
        <span className="rounded-md px-4 py-2 text-[0.9375rem] font-medium" style={{ backgroundColor: css(tokens.brand), color: css(tokens['on-brand']) }}>
          Buy course
        </span>
        <span className="rounded-sm px-2 py-0.5 text-sm font-medium" style={{ backgroundColor: css(tokens['brand-tint']), color: css(tokens['brand-strong']) }}>
          New
        </span>
        <span className="text-[0.9375rem] underline underline-offset-3" style={{ color: css(tokens['brand-strong']) }}>
          See the lesson
        </span>
      </span>
    </div>
  )
}
