/** What does not fit, or cannot be done, where schools, their people and their profiles are changed. */
export const en = {
  atMost: (most: number) => `Use at most ${most} characters.`,
  sayYourName: 'Say what you are called here.',
  atMost120: 'Use at most 120 characters.',
  chooseProfileKind: 'Choose a kind of profile from the list.',
  tickOrLeave: 'Tick it or leave it.',

  nameYourSchool: 'Give your school a name.',
  atLeast3: 'Use at least 3 characters.',
  atMost40: 'Use at most 40 characters.',
  slugShape: 'Use small letters, digits and hyphens, with a letter or digit at both ends.',
  chooseZone: 'Choose a time zone from the list.',
  chooseKind: 'Choose a kind of school from the list.',
  chooseCurrency: 'Choose a currency from the list.',

  addressTaken: 'This address is taken. Choose another one.',
  addressReserved: 'This address is kept for CourseCove’s own pages. Choose another one.',

  addressTooLong: 'This address is too long.',
  addressShape: 'Enter an e-mail address, like name@example.com.',
  chooseRole: 'Choose a role.',

  belongsAlready: 'This person belongs to your school already.',
  invitedAlready: 'This person is invited already. You can send the invitation again below.',

  importTooLarge: 'This is more than one import takes. Paste less, or send a file.',

  quoteOpen: (row: number) => `A quotation mark in row ${row} is not closed, so the rows after it cannot be told apart.`,
  nobodyInIt: 'There is nobody in it. Choose a file, or paste rows.',
  headerAlone: 'There is a header and no row under it.',
  tooManyRows: (format: string, format2: string, ceil: number) => `This has ${format} rows, and one import takes ${format2}. Send it in ${ceil} parts.`,
  noEmailColumn: 'No column is called “E-mail”. Name the column of the addresses so, in the first row.',

  lastOwner: 'A school keeps at least one owner. Make someone else an owner first.',
  ownersOnly: 'Only an owner can make someone an owner, or change an owner’s role.',
  invitationOver: 'This invitation is no longer open. Ask the school for a new one.',
  invitationForAnother: 'This invitation went to another address. Sign in with the address it was sent to.',
  domainsUnavailable: 'Domains of your own cannot be used here, as sign-ins are kept by Clerk. Your subdomain goes on as before.',
  domainNotProven: 'This domain is not verified yet. Set its TXT record and check it first.',
  tooManyDomains: (most: number) => `A school can have ${most} domains. Remove one that you no longer use first.`,
}
