/** The mail that invites somebody to a school. */
export const en = {
  subject: (inviter: string, school: string) => `${inviter} invites you to ${school}`,
  heading: (school: string) => `Join ${school}`,
  invites: {
    owner: (inviter: string, school: string) => `${inviter} invites you to ${school} as an owner.`,
    admin: (inviter: string, school: string) => `${inviter} invites you to ${school} as an administrator.`,
    instructor: (inviter: string, school: string) => `${inviter} invites you to ${school} as an instructor.`,
    assistant: (inviter: string, school: string) => `${inviter} invites you to ${school} as an assistant.`,
    student: (inviter: string, school: string) => `${inviter} invites you to ${school} as a student.`,
    guardian: (inviter: string, school: string) => `${inviter} invites you to ${school} as a guardian.`,
  },
  yoursAlone: 'The link is yours alone and works for two weeks.',
  accept: 'Accept the invitation',
  why: (school: string) => `${school} sent you this mail because someone there entered your address. If you do not know them, you need not do anything.`,
}
