import type { CSSProperties, ReactNode } from 'react'
import { presetOf, type Preset } from '#modules/tenancy/presets/presets.schema.ts'
import { typePairs } from '#ui/brand/type-pairs.ts'
import { arrivalWords } from '../words/arrival-words.ts'

/** The forms of each kind's first page, small: where words stand, where pictures, and how they are cut. */
const forms: Record<Preset, ReactNode> = {
  'music-school': (
    <g>
      <rect x="86" y="14" width="62" height="46" rx="5" fill="var(--m-tint)" />
      <path d="M92 44q14-8 28 0t26-4M92 36q14-8 28 0t26-4" fill="none" stroke="var(--m-brand)" strokeWidth="0.8" />
      <circle cx="104" cy="42" r="3" fill="var(--m-brand)" /><circle cx="124" cy="36" r="3" fill="var(--m-brand)" />
      {[0, 1, 2].map((card) => <rect key={card} x={12 + card * 46} y="76" width="42" height="26" rx="3" fill="var(--m-tint)" />)}
    </g>
  ),
  'yoga-studio': (
    <g>
      <circle cx="80" cy="62" r="14" fill="var(--m-brand)" fillOpacity="0.35" />
      <path d="M0 70q40-14 80-4t80-6v24H0Z" fill="var(--m-brand)" fillOpacity="0.4" /><path d="M0 78q50-8 90 0t70-4v14H0Z" fill="var(--m-brand)" />
      <rect x="44" y="96" width="72" height="3" rx="1.5" fill="var(--m-ink)" fillOpacity="0.5" />
    </g>
  ),
  'tutoring-centre': (
    <g>
      <path d="M0 12H160M0 24H160M0 36H160M0 48H160M0 60H160M20 0V66M40 0V66M60 0V66M80 0V66M100 0V66M120 0V66M140 0V66" stroke="var(--m-tint)" strokeWidth="0.8" />
      <path d="M100 18h48v40h-48zM100 28h48M100 38h48M100 48h48" fill="var(--m-paper)" stroke="var(--m-ink)" strokeWidth="1.4" />
      <path d="M12 76h136v28H12zM57 76v28M103 76v28" fill="none" stroke="var(--m-ink)" strokeOpacity="0.5" />
      <path d="M46 80h7v7h-7zM92 80h7v7h-7zM137 80h7v7h-7z" fill="var(--m-brand)" />
    </g>
  ),
  'coaching-marketplace': (
    <g>
      {[0, 1, 2, 3].map((face) => (
        <g key={face} transform={`translate(${12 + face * 35} 46)`}>
          <rect width="31" height="38" rx="2" fill="var(--m-tint)" />
          <path d="M4 38q0-12 11.5-12T27 38Z" fill="var(--m-brand)" /><circle cx="15.5" cy="16" r="7" fill="var(--m-brand)" fillOpacity="0.55" />
          <rect y="43" width="16" height="4" fill="var(--m-ink)" />
        </g>
      ))}
    </g>
  ),
  'creator-academy': (
    <g>
      <path d={Array.from({ length: 40 }, (_, bar) => { const half = 3 + 15 * Math.abs(Math.sin(bar * 0.9) * Math.sin(bar * 0.13 + 0.4)); return `M${bar * 4 + 2} ${(26 - half).toFixed(1)}v${(half * 2).toFixed(1)}` }).join('')} stroke="var(--m-brand)" strokeWidth="2" />
      <path d="M12 82H148M12 92H148M12 102H148" stroke="var(--m-ink)" strokeOpacity="0.3" />
    </g>
  ),
}

/** Where the headline stands in each. */
const headlines = (): Record<Preset, { x: number; y: number; size: number; anchor: 'start' | 'middle'; word: string }> => ({
  'music-school': { x: 12, y: 34, size: 17, anchor: 'start', word: arrivalWords().previewLearn },
  'yoga-studio': { x: 80, y: 34, size: 19, anchor: 'middle', word: arrivalWords().previewBreathe },
  'tutoring-centre': { x: 12, y: 36, size: 18, anchor: 'start', word: arrivalWords().previewStep },
  'coaching-marketplace': { x: 12, y: 30, size: 17, anchor: 'start', word: arrivalWords().previewTalk },
  'creator-academy': { x: 12, y: 70, size: 22, anchor: 'start', word: arrivalWords().previewFinish },
})

/** A small drawing of the first page that a school of this kind begins with, in its own grounds, colour and type. */
export function PresetPreview({ preset, tones }: { preset: Preset; /** By the names of CSS variables. */ tones: Record<string, string> }) {
  const { dress } = presetOf(preset)
  const { x, y, size, anchor, word } = headlines()[preset]
  const pair = typePairs[dress.typePair]
  return (
    <svg viewBox="0 0 160 112" aria-hidden="true" style={tones as CSSProperties} className="block w-28 shrink-0 self-center rounded-sm border sm:w-36">
      <rect width="160" height="112" fill="var(--m-paper)" />
      {forms[preset]}
      <text x={x} y={y} fontSize={size} textAnchor={anchor} fill="var(--m-ink)" fontFamily={pair.family} fontWeight={pair.heroWeight} letterSpacing="-0.03em">
        {word}
      </text>
    </svg>
  )
}
