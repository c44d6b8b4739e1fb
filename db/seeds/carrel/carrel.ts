import { sheetPdf } from '../media/sheet-pdf.ts';
import { prose } from '../prose.ts';
import type { SeedSchool } from '../seed-content.ts';
import { carrelCourses } from './courses.ts';
import { carrelProducts, carrelPurchases } from './products.ts';

/** The demo's tutoring centre: three desks above a library in Leeds. */
export const carrel: SeedSchool = {
  slug: 'carrel',
  name: 'Carrel Tutors',
  preset: 'tutoring-centre',
  tagline: 'Maths, physics, chemistry and English, one missed step at a time.',
  heroTitle: 'We go back to the step you missed.',
  heroText: 'Tutoring in Leeds and online for years 9 to 13. Short lessons in order, a worksheet with each, and nobody sighs.',
  about: prose`
    <p>Carrel began in 2016 at one desk in the Central Library, with a sign that said <em>ask</em>. There are three desks now and four of us, all of whom have stood in front of a class and wished for more time with the person in the third row.</p>
    <p>Most students who say they are bad at a subject missed one afternoon of it. We find out which.</p>`,
  brandColour: 'oklch(0.48 0.2 265)',
  currency: 'gbp',
  country: 'GB',
  locale: 'en',
  timeZone: 'Europe/London',
  notice: {
    title: 'How it goes',
    html: prose`
      <h3>1. Twenty questions</h3>
      <p>A sheet that gets harder until it doesn’t work any more. Where it stops is where we start.</p>
      <h3>2. One step back</h3>
      <p>You take the course that begins just before that. Each lesson is one idea and one worksheet.</p>
      <h3>3. Then the exam</h3>
      <p>Past papers come last, when they are practice and no longer a verdict.</p>`,
  },
  timetable: {
    text: 'The desks in term time. Bring the sheet you are stuck on; you need not say beforehand that you are coming.',
    rows: [
      { day: 1, start: '16:00', minutes: 90, title: 'Maths desk, years 9 to 11', who: 'Ruth Adeyemi', place: 'Desk one' },
      { day: 1, start: '17:45', minutes: 60, title: 'A level mechanics', who: 'Priya Raman', place: 'Desk two' },
      { day: 2, start: '16:00', minutes: 60, title: 'Essay desk', who: 'Tom Hesketh', place: 'Desk three' },
      { day: 2, start: '17:15', minutes: 60, title: 'Chemistry desk', who: 'Wei Zhang', place: 'Desk one' },
      { day: 3, start: '16:00', minutes: 90, title: 'Maths desk, years 9 to 11', who: 'Ruth Adeyemi', place: 'Desk one' },
      { day: 3, start: '16:00', minutes: 90, title: 'Physics desk', who: 'Priya Raman', place: 'Desk two' },
      { day: 4, start: '16:30', minutes: 60, title: 'Essay desk', who: 'Tom Hesketh', place: 'Desk three' },
      { day: 4, start: '18:00', minutes: 75, title: 'A level maths', who: 'Ruth Adeyemi', place: 'Desk one' },
      { day: 6, start: '10:00', minutes: 120, title: 'Past papers, any subject', who: 'Whoever’s turn it is', place: 'All three desks' },
      { day: 6, start: '12:30', minutes: 30, title: 'Questions from parents', who: 'Ruth Adeyemi', place: '' },
    ],
  },
  voices: [
    { quote: 'It turned out I had never understood minus signs. I was predicted a 4. I got a 7.', name: 'Aisha K.', about: 'Year 11, mathematics' },
    { quote: 'She stopped saying “I’m just not a maths person” at dinner. That alone was worth it.', name: 'Helen Marsh', about: 'Parent' },
    { quote: 'The worksheets have answers with the working shown. You would think everybody did that.', name: 'Callum B.', about: 'Year 13, physics' },
  ],
  cast: [
    { key: 'ruth', name: 'Ruth Adeyemi', email: 'ruth@carrel.example', role: 'owner', isPublic: true, title: 'Mathematics', bio: 'Taught in two comprehensives for sixteen years and marked GCSE papers for nine. Can usually tell from the crossing-out where it went wrong.', profile: { type: 'teacher', fields: { subjects: 'Mathematics to A level', years: '19', languages: 'English, Yoruba' } } },
    { key: 'priya', name: 'Priya Raman', email: 'priya@carrel.example', role: 'instructor', title: 'Physics', bio: 'Left a laboratory for a classroom. Draws the forces before anything else, every time.', profile: { type: 'teacher', fields: { subjects: 'Physics, mechanics', years: '11', languages: 'English, Tamil' } } },
    { key: 'tom', name: 'Tom Hesketh', email: 'tom@carrel.example', role: 'instructor', title: 'English', bio: 'Believes an essay is a queue of sentences that each know why they came.', profile: { type: 'teacher', fields: { subjects: 'English language and literature', years: '13', languages: 'English, French' } } },
    { key: 'wei', name: 'Wei Zhang', email: 'wei@carrel.example', role: 'instructor', title: 'Chemistry', bio: 'Counts electrons for a living and on holiday.', profile: { type: 'teacher', fields: { subjects: 'Chemistry to A level', years: '7', languages: 'English, Mandarin' } } },
    { key: 'aisha', name: 'Aisha Khan', email: 'aisha@carrel.example', role: 'student' },
    { key: 'callum', name: 'Callum Byrne', email: 'callum@carrel.example', role: 'student' },
    { key: 'jess', name: 'Jess Marsh', email: 'jess@carrel.example', role: 'student' },
    { key: 'oliver', name: 'Oliver Nwosu', email: 'oliver@carrel.example', role: 'student' },
  ],
  products: carrelProducts,
  purchases: carrelPurchases,
  courses: carrelCourses(
    sheetPdf({
      name: 'signs-worksheet.pdf', title: 'Minus signs', subtitle: 'Twelve questions, one idea', from: 'Carrel Tutors, Leeds',
      blocks: [
        { kind: 'text', text: 'Do the first column today and the second tomorrow. The answers are overleaf in the lesson, with the working.' },
        { kind: 'table', head: ['', 'Today', 'Tomorrow'], rows: [['1', '3 – (–4)', '–2 – (–7)'], ['2', '–5 + 2', '6 – 11'], ['3', '–(2 – 9)', '–(–3 + 8)'], ['4', '4 – 3(x – 2)', '7 – 2(5 – x)'], ['5', '(–3)²', '–3²'], ['6', '–2x = 10', '5 – x = 8']] },
      ],
    }),
  ),
};
