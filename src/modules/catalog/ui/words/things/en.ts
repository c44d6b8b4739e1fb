import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'

/** What is said of a thing by its name; `open` is what a button to it says. */
const thing = (noun: string, label: string, open = 'Open it') => ({
  label,
  with: (teacher: string) => `${label} with ${teacher}`,
  backTo: `Back to the ${noun}`,
  signInAs: (email: string) => `Sign in as ${email}, and the ${noun} goes to the same library. No password yet? Have a link mailed to you there. You can also use another address.`,
  emailHint: `Your receipt and the way to your ${noun} go here.`,
  get: `Get the ${noun}`,
  opensAtOnce: `The ${noun} opens in your library at once.`,
  debitTakesDays: `The ${noun} opens in your library at once. A bank debit takes a few days; we write when it has cleared.`,
  isYours: `The ${noun} is yours`,
  isYoursCheckMail: `The ${noun} is yours. Check your mail`,
  open,
})

/** One line for each kind of thing. */
export const en = ({ course, startFree }: Wording) => ({
  course: thing(course.one, capital(course.one), startFree),
  download: thing('download', 'Download'),
  track: thing('track', 'Track'),
  beat: thing('beat', 'Beat'),
  stems: thing('stem pack', 'Stems'),
  'sample-pack': thing('sample pack', 'Sample pack'),
  bundle: thing('bundle', 'Bundle'),
  'lead-magnet': thing('download', 'Free download'),
})
