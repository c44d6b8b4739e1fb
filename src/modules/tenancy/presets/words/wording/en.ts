import type { Preset } from '../../presets.schema.ts'
import type { Wording } from '../../wording.schema.ts'

export const en: Record<Preset, Wording> = {
  'music-school': {
    course: { one: 'course', many: 'courses' }, lesson: { one: 'lesson', many: 'lessons' }, instructor: { one: 'teacher', many: 'teachers' }, student: { one: 'student', many: 'students' },
    people: 'Teachers', timetable: 'Timetable', buy: 'Buy the course', startFree: 'Start learning', toHear: 'to play along with',
  },
  'yoga-studio': {
    course: { one: 'class', many: 'classes' }, lesson: { one: 'practice', many: 'practices' }, instructor: { one: 'instructor', many: 'instructors' }, student: { one: 'member', many: 'members' },
    people: 'Instructors', timetable: 'Class timetable', buy: 'Get the class', startFree: 'Begin practising', toHear: 'to practise with',
  },
  'tutoring-centre': {
    course: { one: 'course', many: 'courses' }, lesson: { one: 'lesson', many: 'lessons' }, instructor: { one: 'tutor', many: 'tutors' }, student: { one: 'student', many: 'students' },
    people: 'Tutors', timetable: 'Timetable', buy: 'Buy the course', startFree: 'Start learning', toHear: 'to listen to',
  },
  'coaching-marketplace': {
    course: { one: 'programme', many: 'programmes' }, lesson: { one: 'session', many: 'sessions' }, instructor: { one: 'coach', many: 'coaches' }, student: { one: 'client', many: 'clients' },
    people: 'Coaches', timetable: 'Every week', buy: 'Join the programme', startFree: 'Take a free place', toHear: 'to listen to',
  },
  'creator-academy': {
    course: { one: 'class', many: 'classes' }, lesson: { one: 'chapter', many: 'chapters' }, instructor: { one: 'creator', many: 'creators' }, student: { one: 'learner', many: 'learners' },
    people: 'Creators', timetable: 'Every week', buy: 'Get the class', startFree: 'Start the class', toHear: 'to listen to',
  },
}
