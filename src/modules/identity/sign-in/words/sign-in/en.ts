/** What the fields about an account ask for. */
export const en = {
  addressTooLong: 'This address is too long.',
  addressShape: 'Enter an e-mail address, like name@example.com.',
  passwordTooLong: 'Choose at most 200 characters.',
  passwordTooShort: (characters: number) => `Choose at least ${characters} characters. A few words in a row are easy to keep in mind.`,
  enterPassword: 'Enter your password.',
  enterName: 'Enter the name that others should see.',
  nameTooLong: 'Use at most 120 characters.',
  resetLinkOver: 'This link was used already or is too old. Ask for a new one.',
}
