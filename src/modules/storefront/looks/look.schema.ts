import { z } from 'zod'
import { typePairs, type TypePair } from '#ui/brand/type-pairs.ts'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'

/** Whether a school's pages are light, dark, or as the visitor's device is. */
export const looks = ['device', 'light', 'dark'] as const

export const lookForm = z.object({
  brandColour: z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, { error: () => storefrontFaultWords().chooseColour }),
  typePair: z.enum(Object.keys(typePairs) as [TypePair, ...TypePair[]], { error: () => storefrontFaultWords().chooseTypeface }),
  look: z.enum(looks, { error: () => storefrontFaultWords().chooseOfThree }),
})
export type SchoolDress = z.output<typeof lookForm>
