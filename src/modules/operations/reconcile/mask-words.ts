/** What is kept in place of a value that names a person. Pages say it in the language of who reads them. */
export const maskWords = { aPicture: 'a picture', anotherPicture: 'another picture', otherLetters: 'other letters' } as const
