/** The mail with a free download, and what people agree to who ask for it. */
export const en = {
  consent: (title: string, school: string) => `Send me “${title}”. ${school} may write to me by e-mail now and then, until I say stop.`,
  subject: (title: string) => `Your download: ${title}`,
  pressToProve: 'Press the button to show that this address is yours. Your files open on the page it leads to; the link is good for thirty days.',
  youAgreed: (words: string, stop: string) => `You agreed: “${words}” You can stop that at any time: ${stop}`,
  notYou: 'You did not ask for this? Then do nothing. Without the link being followed nobody writes to you.',
  confirm: 'Confirm and open the download',
  why: (school: string) => `${school} sent you this because somebody left this address on its site.`,
  enterEmail: 'Enter your e-mail address.',
  emailTooLong: 'This address is too long.',
  emailShape: 'Enter an e-mail address, like name@example.com.',
  tickBox: 'Tick this if you agree. Without it we cannot send you anything.',
}
