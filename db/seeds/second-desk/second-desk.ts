import { prose } from '../prose.ts';
import type { SeedSchool } from '../seed-content.ts';
import { secondDeskCourses } from './courses.ts';
import { secondDeskProducts, secondDeskPurchases } from './products.ts';

/** The demo's coaching marketplace: five people in Denver who did the job that they coach. */
export const secondDesk: SeedSchool = {
  slug: 'second-desk',
  name: 'Second Desk',
  preset: 'coaching-marketplace',
  tagline: 'Coaching for realtors and loan officers, by people who closed for a living.',
  heroTitle: 'Talk to someone who has sat at your desk.',
  heroText: 'Five coaches for agents and lenders. Each says what they did, for how long, and what an hour costs. Pick one, or start with a programme.',
  about: prose`
    <p>Second Desk is named after the extra desk in a broker’s office: the one where somebody older sat who answered questions without looking up. We think everyone in a commission business should have one.</p>
    <p>Nobody here coaches something that they only read about. Licences and years are on each profile, and you can look them up.</p>`,
  brandColour: 'oklch(0.47 0.085 180)',
  currency: 'usd',
  country: 'US',
  locale: 'en',
  timeZone: 'America/Denver',
  voices: [
    { quote: 'Marcus read my listing appointment back to me like a script doctor. I had been talking for nineteen minutes before asking a question.', name: 'Renée Castillo', about: 'Realtor, Aurora · 11 sessions' },
    { quote: 'Theo’s first advice was to stop sending rate sheets. My referral partners call me now.', name: 'Brandon Hale', about: 'Loan officer, Fort Collins' },
    { quote: 'I was a month from quitting. We did the numbers instead.', name: 'Soo-ah Lim', about: 'Realtor, second year' },
  ],
  cast: [
    { key: 'dana', name: 'Dana Whitfield', email: 'dana@second-desk.example', role: 'owner', isPublic: true, title: 'Team leadership', bio: 'Built a brokerage from four agents to sixty and sold it. Coaches team leads who have become the bottleneck, because she was one.', profile: { type: 'coach', fields: { rate: '240', years: '12', audience: 'Team leads, brokers', speciality: 'Hiring, and letting go', languages: 'English' } } },
    { key: 'marcus', name: 'Marcus Bell', email: 'marcus@second-desk.example', role: 'instructor', title: 'Listing appointments', bio: 'Twenty-two years of kitchen tables in Park Hill. Records your appointment, with consent, and plays back the part you’d rather not hear.', profile: { type: 'realtor', fields: { rate: '165', years: '22', homesSold: '640', region: 'Denver metro', licence: 'CO 100 038 221' } } },
    { key: 'elena', name: 'Elena Ruiz', email: 'elena@second-desk.example', role: 'instructor', title: 'First two years', bio: 'Sold eleven homes in her first year without knowing anybody in the state. Works with new agents on the calendar, not the mindset.', profile: { type: 'realtor', fields: { rate: '120', years: '9', homesSold: '214', region: 'Boulder, Longmont', licence: 'CO 100 081 774' } } },
    { key: 'theo', name: 'Theo Lindqvist', email: 'theo@second-desk.example', role: 'instructor', title: 'Referral partners', bio: 'Originated through three rate cycles. Teaches loan officers to be the first call an agent makes and not the cheapest.', profile: { type: 'loan-officer', fields: { rate: '150', years: '17', loansClosed: '1900', states: 'CO, WY, NM', nmls: '418 220' } } },
    { key: 'joanne', name: 'Joanne Park', email: 'joanne@second-desk.example', role: 'instructor', title: 'Money when it comes in lumps', bio: 'Former controller. Helps people on commission to pay themselves a salary, and to sleep in February.', profile: { type: 'coach', fields: { rate: '130', years: '10', audience: 'Realtors, loan officers', speciality: 'Cash flow, taxes', languages: 'English, Korean' } } },
    { key: 'renee', name: 'Renée Castillo', email: 'renee@second-desk.example', role: 'student' },
    { key: 'brandon', name: 'Brandon Hale', email: 'brandon@second-desk.example', role: 'student' },
    { key: 'sooah', name: 'Soo-ah Lim', email: 'soo-ah@second-desk.example', role: 'student' },
    { key: 'devon', name: 'Devon Achebe', email: 'devon@second-desk.example', role: 'student' },
  ],
  courses: secondDeskCourses,
  products: secondDeskProducts,
  purchases: secondDeskPurchases,
};
