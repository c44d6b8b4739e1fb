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

  change: 'Confirm your new address',
  changeGreeting: (name: string) => `Hello${name ? ` ${name}` : ''}, this is to become the address of your account.`,
  changeText: 'Open the link in the browser where you are signed in. It works once, within an hour.',
  changeLabel: 'Use this address',

  changedGreeting: (name: string, text: string) => `Hello${name ? ` ${name}` : ''}, ${text}`,
  changedByYou: 'If it was you, all is well and nothing needs to be done.',
  changedLabel: 'Look at your account',
  changedByAnother: 'If it was not you, choose a new password at once by “Forgot your password?” on the sign-in page. That ends every session of your account.',
  changed: {
    'password-changed': { title: 'Your password was changed', text: 'the password of your account was changed, and you were signed out everywhere else.' },
    'address-changed': { title: 'Your address was changed', text: 'your account has another address now. This one signs in no longer.' },
    'two-factor-on': { title: 'Two-factor sign-in is on', text: 'signing in to your account now takes a code of your authenticator app as well.' },
    'two-factor-off': { title: 'Two-factor sign-in is off', text: 'signing in to your account takes no code any more.' },
    'recovery-code-used': { title: 'A recovery code was used', text: 'somebody signed in to your account with one of its recovery codes. That code is worth nothing any more.' },
    'passkey-added': { title: 'A passkey was added', text: 'your account can be opened with one more passkey.' },
    'elsewhere-linked': { title: 'An account elsewhere was linked', text: 'your account can now be opened with an account at another provider. Which ones those are, and how to take one off, is shown in your account under “Accounts elsewhere”.' },
    'elsewhere-unlinked': { title: 'An account elsewhere was taken off', text: 'an account at another provider opens your account no longer.' },
    'passkey-removed': { title: 'A passkey was removed', text: 'a passkey opens your account no longer.' },
  },
}
