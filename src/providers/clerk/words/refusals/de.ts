import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  addressTaken: 'Diese Adresse ist vergeben. Wählen Sie eine andere.',
  addressRefused: 'Der Anmeldedienst nimmt diese Adresse nicht an. Wählen Sie eine andere.',
  nameRefused: 'Der Anmeldedienst nimmt diesen Namen nicht an. Nehmen Sie einen ohne Webadressen und spitze Klammern.',
  mayNotOpen: 'Der Anmeldedienst lässt Sie keine Schule eröffnen. Wer diese Website betreibt, kann es dort erlauben.',
}
