import { formatHex } from 'culori'
import { brandTokens, defaultBrand } from '#ui/brand/brand-tokens.ts'
import type { Colour } from '#ui/brand/contrast.ts'

/** The colours of a mail in the form that mail programs understand. */
export interface MailColours {
  brand: string
  /** The brand where it is text: readable on the paper, however light the school's colour is. */
  brandInk: string
  onBrand: string
  ink: string
  quiet: string
  paper: string
  line: string
}

/**
 * A school's colour for its mails, with the contrast that its pages have.
 *
 * @param brand any CSS colour; the installation's own if not given
 */
export function mailColours(brand: string | null | undefined): MailColours {
  const tokens = brandTokens(brand ?? defaultBrand, 'light')
  return { brand: hex(tokens.brand), brandInk: hex(tokens['brand-strong']), onBrand: hex(tokens['on-brand']), ink: '#211d1a', quiet: '#635d57', paper: '#fdfbf7', line: '#e4dfd8' }
}

function hex(colour: Colour): string {
  return formatHex({ mode: 'oklch', ...colour })
}
