/** What is said about an account and what protects it. */
export const en = {
  addressHasAccount: 'This address has an account of its own now. Choose another one.',
  changeLinkOver: 'This link was used already, is too old, or belongs to another account. Ask for a new one in your account.',
  lastWayIn: 'Beside links by mail, nothing else opens your account yet. Set a password, add a passkey or link another account first.',
  passkeyNotAdded: 'This passkey could not be added. Please try it once more; there are five minutes for it.',
  yourAddressAlready: 'This is your address already.',

  signInFreshly: (freshMinutes: number) => `Your account has no password, so for this you must have signed in within the last ${freshMinutes} minutes. Sign out, sign in again, then come back.`,
  enterPassword: 'Enter your password.',
  notYourPassword: 'This is not your password.',

  atMost200: 'Choose at most 200 characters.',
  typeShownDigits: 'Type the six digits that the app shows.',
  notThisCode: 'This is not the code that the app shows now. Wait for the next one and type that.',
  typeSixDigits: 'Type the six digits that your app shows.',
  typeRecoveryCode: 'Type one of your recovery codes.',
  recoveryCodeLong: 'A recovery code is shorter: eleven characters.',
  atMost60: 'Use at most 60 characters.',
  giveName: 'Give it a name by which you know it.',

  signInSilent: 'Signing in does not answer right now. Please try again in a moment.',
  // Why a session could not be asked anew at the identity provider.
  renewal: {
    cookies: 'Your browser keeps no cookies for this site, and signing in needs them. Allow cookies for it, then load this page again.',
    silence: 'The sign-in service sent you back without saying who you are. Please try again in a moment.',
    clock: 'Your sign-in came with a time that does not fit the clock of this server. Whoever runs it has to set its clock right.',
    elsewhere: 'Your sign-in was made for another site, so it is not good here. Sign out there, then sign in here.',
    key: 'Your sign-in was made with another key than this site knows. Whoever runs it has to look at its settings.',
  },
}
