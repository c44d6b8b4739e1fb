/** The mails about one’s own data and about leaving. */
export const en = {
  copyReady: 'The copy of your data is ready',
  copyReadyText: (from: string, day: string) => `You asked for a copy of what ${from} knows of you. You can fetch it until ${day}; then it is deleted.`,
  fetchCopy: 'Fetch the copy',
  accountDeleted: (day: string) => `Your account is deleted on ${day}`,
  youLeave: (school: string, day: string) => `You leave ${school} on ${day}`,
  asBefore: 'You asked for it just now. Until then everything works as before, and you can change your mind.',
  notYouAccount: 'If it was not you, keep the account and change your password.',
  notYouPlace: 'If it was not you, keep your place and change your password.',
  keepAccount: 'Keep the account',
  stay: 'Stay',
}
