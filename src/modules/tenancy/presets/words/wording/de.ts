import type { Preset } from '../../presets.schema.ts'
import type { Noun, Wording } from '../../wording.schema.ts'

const kurs: Noun = { one: 'Kurs', many: 'Kurse', gender: 'm' }
const lektion: Noun = { one: 'Lektion', many: 'Lektionen', gender: 'f' }
const lehrkraft: Noun = { one: 'Lehrkraft', many: 'Lehrkräfte', gender: 'f' }

export const de: Record<Preset, Wording> = {
  'music-school': {
    course: kurs, lesson: lektion, instructor: lehrkraft, student: { one: 'Schülerin oder Schüler', many: 'Schülerinnen und Schüler', gender: 'm' },
    people: 'Wer hier unterrichtet', timetable: 'Stundenplan', buy: 'Kurs kaufen', startFree: 'Jetzt lernen', toHear: 'zum Mitspielen',
  },
  'yoga-studio': {
    course: kurs, lesson: { one: 'Übung', many: 'Übungen', gender: 'f' }, instructor: lehrkraft, student: { one: 'Mitglied', many: 'Mitglieder', gender: 'n' },
    people: 'Wer hier unterrichtet', timetable: 'Kursplan', buy: 'Kurs kaufen', startFree: 'Jetzt üben', toHear: 'zum Mitüben',
  },
  'tutoring-centre': {
    course: kurs, lesson: lektion, instructor: lehrkraft, student: { one: 'Schülerin oder Schüler', many: 'Schülerinnen und Schüler', gender: 'm' },
    people: 'Wer hier unterrichtet', timetable: 'Stundenplan', buy: 'Kurs kaufen', startFree: 'Jetzt lernen', toHear: 'zum Anhören',
  },
  'coaching-marketplace': {
    course: { one: 'Programm', many: 'Programme', gender: 'n' }, lesson: { one: 'Sitzung', many: 'Sitzungen', gender: 'f' }, instructor: { one: 'Coach', many: 'Coaches', gender: 'm' },
    student: { one: 'Klientin oder Klient', many: 'Klientinnen und Klienten', gender: 'm' },
    people: 'Wer hier begleitet', timetable: 'Wochenplan', buy: 'Am Programm teilnehmen', startFree: 'Kostenlos teilnehmen', toHear: 'zum Anhören',
  },
  'creator-academy': {
    course: kurs, lesson: { one: 'Kapitel', many: 'Kapitel', gender: 'n' }, instructor: { one: 'Creator', many: 'Creator', gender: 'm' }, student: { one: 'Lernende Person', many: 'Lernende', gender: 'f' },
    people: 'Wer hier zeigt, wie es geht', timetable: 'Wochenplan', buy: 'Kurs kaufen', startFree: 'Jetzt beginnen', toHear: 'zum Anhören',
  },
}
