/** What Clerk refuses of a school, said to who opens or changes it. */
export const en = {
  addressTaken: 'This address is taken. Choose another one.',
  addressRefused: 'The sign-in service does not take this address. Choose another one.',
  nameRefused: 'The sign-in service does not take this name. Use one without web addresses and angle brackets.',
  mayNotOpen: 'The sign-in service does not let you open a school. Whoever runs this site can allow it there.',
}
