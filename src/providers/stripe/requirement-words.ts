/** What Stripe calls the things it wants, and what they are in words. The first line that fits is taken. */
const words: [RegExp, string][] = [
  [/terms_of_service/, 'agreement to Stripe’s terms'],
  [/default_outbound_destination|external_account|bank_account/, 'a bank account for the payouts'],
  [/documents|verification_document/, 'a readable picture of an identity document'],
  [/date_of_birth|\.dob/, 'the date of birth of the person responsible'],
  [/given_name|surname|first_name|last_name/, 'the name of the person responsible'],
  [/id_numbers|tax_id|ssn/, 'a tax or identity number'],
  [/address/, 'a postal address'],
  [/phone/, 'a telephone number'],
  [/email/, 'an e-mail address'],
  [/url|product_description|business_profile|profile/, 'what the school offers, or its website'],
  [/owners|directors|executives|representative|persons/, 'who owns and runs the school'],
]

/** @param description for example `identity.individual.date_of_birth` */
export function requirementInWords(description: string): string {
  const found = words.find(([pattern]) => pattern.test(description))
  return found?.[1] ?? description.split('.').slice(-1).join('').replaceAll('_', ' ')
}
