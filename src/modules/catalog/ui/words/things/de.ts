import type { Noun, Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { agreeing, manyAfterBei, toThe, upperThe } from '#modules/tenancy/ui/german-nouns.ts'
import type { en } from './en.ts'

const thing = (noun: Noun, courses: Noun, { label = noun.one, open = 'Öffnen' }: { label?: string; open?: string } = {}) => ({
  label,
  with: (teacher: string) => `${label} mit ${teacher}`,
  backTo: `Zurück ${toThe(noun)}`,
  signInAs: (email: string) => `Melden Sie sich als ${email} an, dann liegt ${agreeing(noun, 'der', 'die', 'das')} ${noun.one} bei Ihren anderen Sachen. Noch kein Passwort? Lassen Sie sich dort einen Link schicken. Oder nehmen Sie eine andere Adresse.`,
  emailHint: `Dorthin gehen der Beleg und der Weg zu ${agreeing(noun, 'Ihrem', 'Ihrer', 'Ihrem')} ${noun.one}.`,
  get: `${noun.one} holen`,
  opensAtOnce: `${upperThe(noun)} steht sofort bei Ihren ${manyAfterBei(courses)}.`,
  debitTakesDays: `${upperThe(noun)} steht sofort bei Ihren ${manyAfterBei(courses)}. Eine Lastschrift braucht ein paar Tage; wir schreiben Ihnen, wenn sie da ist.`,
  isYours: `${upperThe(noun)} gehört Ihnen`,
  isYoursCheckMail: `${upperThe(noun)} gehört Ihnen. Sehen Sie in Ihre E-Mails`,
  open,
})

const download: Noun = { one: 'Download', many: 'Downloads', gender: 'm' }
const track: Noun = { one: 'Track', many: 'Tracks', gender: 'm' }
const beat: Noun = { one: 'Beat', many: 'Beats', gender: 'm' }
const stems: Noun = { one: 'Stem-Paket', many: 'Stem-Pakete', gender: 'n' }
const samples: Noun = { one: 'Sample-Pack', many: 'Sample-Packs', gender: 'n' }
const bundle: Noun = { one: 'Paket', many: 'Pakete', gender: 'n' }

export const de = ({ course, startFree }: Wording): ReturnType<typeof en> => ({
  course: thing(course, course, { open: startFree }),
  download: thing(download, course),
  track: thing(track, course),
  beat: thing(beat, course),
  stems: thing(stems, course, { label: 'Einzelspuren' }),
  'sample-pack': thing(samples, course),
  bundle: thing(bundle, course),
  'lead-magnet': thing(download, course, { label: 'Kostenloser Download' }),
})
