import { z } from 'zod'
import { moneyWords } from '../ui/words/money-words.ts'

/** Countries whose schools can be paid, as the provider names them. */
export const payoutCountries = [
  'AT', 'AU', 'BE', 'BG', 'CA', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IT', 'JP', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'NZ', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'US',
] as const

export const payoutSetupForm = z.object({ country: z.enum(payoutCountries, { error: () => moneyWords().chooseCountry }) })
