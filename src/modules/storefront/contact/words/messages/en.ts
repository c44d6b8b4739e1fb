/** The mail that brings a visitor’s message to the school. */
export const en = {
  wroteTo: (name: string, school: string) => `${name} wrote to ${school}`,
  from: 'From',
  address: 'Address',
  answer: (name: string) => `Answer this mail to write to ${name}. It came by the contact form of your first page.`,
}
