/** The mails about accounts, and invitations. */
export const en = {
  whyThis: (place: string) => `Someone entered this address at ${place}. If it was not you, you can leave this mail unanswered: nothing happens without the link.`,
  nothingHappened: 'If it was not you, nothing has happened and nothing needs to be done.',
  signIn: 'Sign in',

  confirm: 'Confirm your address',
  confirmGreeting: (name: string) => `Hello${name ? ` ${name}` : ''}, your account is almost ready.`,
  confirmText: 'Confirm that this address is yours. The link works once, within a day.',
  confirmLabel: 'Confirm my address',

  exists: 'You have an account already',
  existsGreeting: (name: string) => `Hello${name ? ` ${name}` : ''}, someone tried to make an account under this address, but there is one already.`,
  existsText: 'If it was you, sign in. If you no longer know your password, the same page mails you a link.',

  link: 'Your link to sign in',
  linkHeading: 'Sign in with one tap',
  linkGreeting: (name: string) => `Hello${name ? ` ${name}` : ''}, here is the link you asked for.`,
  linkText: 'It signs you in once, within 20 minutes.',

  reset: 'Choose a new password',
  resetGreeting: (name: string) => `Hello${name ? ` ${name}` : ''}, here is the link to a new password. It works once, within an hour.`,
  resetText: 'Setting a new password signs you out everywhere else.',
}
