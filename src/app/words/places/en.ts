/** What somebody is in each of their schools, in the switcher between them. */
export const en = {
  owner: 'You own it',
  admin: 'You help to run it',
  instructor: 'You teach here',
  assistant: 'You assist here',
  student: 'You learn here',
  guardian: 'Your family learns here',
}
