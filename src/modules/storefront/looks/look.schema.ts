import { z } from 'zod'
import { typePairs, type TypePair } from '#ui/brand/type-pairs.ts'

/** Whether a school's pages are light, dark, or as the visitor's device is. */
export const looks = ['device', 'light', 'dark'] as const

export const lookForm = z.object({
  brandColour: z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, 'Choose a colour, like #8a3324.'),
  typePair: z.enum(Object.keys(typePairs) as [TypePair, ...TypePair[]], 'Choose a typeface from the list.'),
  look: z.enum(looks, 'Choose one of the three.'),
})
export type SchoolDress = z.output<typeof lookForm>
