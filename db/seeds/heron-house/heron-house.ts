import { tone } from '../media/tone.ts';
import { prose } from '../prose.ts';
import type { SeedCourse, SeedSchool } from '../seed-content.ts';

/** A bowl that is struck as often as a slow breath turns. */
const tenBreaths = tone({
  name: 'ten-breaths.wav',
  seconds: 40,
  sounds: [0, 4, 10, 14, 20, 24, 30, 34].flatMap((at, index) => [
    { at, seconds: 6, midi: index % 2 === 0 ? 50 : 57, loud: 0.6, voice: 'drone' as const },
    { at, seconds: 4, midi: index % 2 === 0 ? 62 : 69, loud: 0.25, voice: 'piano' as const },
  ]),
});

const mornings: SeedCourse = {
  key: 'slow-mornings', slug: 'slow-mornings', title: 'Slow mornings', subject: 'yoga', level: 'beginner', instructorKey: 'ida', priceCents: 4800, status: 'published',
  summary: 'Three practices of twenty minutes, before the day has asked for anything.',
  description: prose`<p>Nobody is supple at seven. These practices begin lying down, come to standing only when it is no longer a decision, and end with tea. You need a mat, a blanket and a wall.</p>`,
  outcomes: ['Begin a day without hurry', 'Know three sequences by heart', 'Tell tiredness from stiffness'],
  sections: [{
    title: 'Before breakfast',
    lessons: [
      {
        title: 'Lying down', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Stay on your back with the knees bent and both feet where they would stand if the floor were a wall. Let the knees fall to the left on an out-breath, wait there for three more, and come back by the belly, not by the legs. Then to the right. Six times each side, and smaller than you think.</p>
          <p>Now draw one knee in with both hands. The other leg lies long and heavy. If your lower back lifts away from the mat, bend that leg again: this is about the hip that rests, not the one that works.</p>
          <p>Finish on your side for as long as a song lasts. Nothing here needs to be felt strongly. That comes on its own, later in the week.</p>`,
      },
      {
        title: 'Ten breaths with a bowl', kind: 'audio', media: tenBreaths,
        bodyHtml: prose`<p>Breathe in on the low bowl, out on the higher one. If you lose count, that was the practice; begin again without a comment.</p>`,
      },
      {
        title: 'Coming to standing', kind: 'text',
        bodyHtml: prose`
          <p>From hands and knees, step one foot between your hands. It will land too far back; everybody’s does. Take the ankle with your hand and carry it the rest of the way, as you would carry a cup.</p>
          <p>Press both feet down before anything else moves. The standing comes out of that press, and your head is the last thing to arrive. Stay with soft knees for five breaths and look at one dull thing: a socket, a skirting board.</p>
          <p>Go down the same way, slowly, other foot first. Three times up and down is a whole practice. On the mornings when it is not, do a fourth, and then go and put the kettle on.</p>`,
      },
    ],
  }],
};

const yin: SeedCourse = {
  key: 'long-holds', slug: 'long-holds', title: 'Long holds', subject: 'yin yoga', level: 'improver', instructorKey: 'jonas', priceCents: 3900, status: 'published',
  summary: 'Yin for people who run, sit or carry children: five shapes, four minutes each.',
  description: prose`<p>Five shapes on the floor with cushions under everything. The work is to stop working. Jonas talks for the first minute of each and then has the decency to be quiet.</p>`,
  outcomes: ['Set up five shapes with what is at home', 'Stay four minutes without fidgeting'],
  sections: [{
    title: 'Five shapes',
    lessons: [
      {
        title: 'What to put under what', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Gather every cushion you own, two thick books and a belt. A long hold fails for one reason only: something hangs in the air and holds itself up by gripping. Wherever there is a gap between you and the floor, fill it before you begin, not after the first minute.</p>
          <p>Set a timer for four minutes and put it where you cannot see it. Come to your edge, then back off by a third. It should be dull at first. Around the second minute the shape usually gives way by itself and you will sink a little; let it.</p>
          <p>Sharp is not deep. If anything is sharp, or tingles, come out the way you went in.</p>`,
      },
      {
        title: 'Sleeping swan', kind: 'text',
        bodyHtml: prose`
          <p>From hands and knees, slide the right knee forward to the outside of the right wrist and let the left leg go long behind you. If the right hip floats, and it will, put a book and a folded blanket under it until it can be heavy. Heavy is the whole instruction.</p>
          <p>Fold forward only as far as your forehead finds something: a cushion, two fists, the edge of a sofa. Four minutes, and then lie flat on your front for one before you change sides, because the second side deserves somebody who has noticed the first.</p>
          <p>Knees that complain may do the same lying on the back, ankle over thigh.</p>`,
      },
    ],
  }],
};

const nidra: SeedCourse = {
  key: 'lie-down', slug: 'lie-down', title: 'Lie down for a while', subject: 'meditation', level: 'beginner', instructorKey: 'amara', priceCents: 0, status: 'published',
  summary: 'A guided rest to keep by the bed. Free, because tired people should not have to decide.',
  description: prose`<p>Yoga nidra is lying down with your attention on. Amara recorded this one at the end of a long week, and you can hear that.</p>`,
  outcomes: ['Rest for a quarter of an hour on purpose'],
  sections: [{
    title: 'Rest',
    lessons: [
      {
        title: 'Through the body once', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Lie on your back with a pillow under the knees and something over your eyes. Decide now that you may fall asleep. People who decide against it spend the whole time watching.</p>
          <p>Name to yourself, without moving them: right thumb, first finger, second, third, fourth. Palm. Wrist. Elbow, shoulder, the side of the ribs, hip, knee, ankle, and the toes one by one. Then the left. Then the back of you, from the heels to the head, all the places that touch the bed.</p>
          <p>Now all of it at once, like a field at night with every window lit. Stay there. When the mind leaves, begin again at the right thumb; it will be where you left it.</p>`,
      },
      { title: 'The same, with a bowl', kind: 'audio', media: tenBreaths, bodyHtml: prose`<p>For evenings on which words are too much. Low in, high out, and nothing else to do.</p>` },
    ],
  }],
};

const wall: SeedCourse = {
  key: 'at-the-wall', slug: 'at-the-wall', title: 'At the wall', subject: 'mobility', level: 'improver', instructorKey: 'ida', priceCents: 5600, status: 'published',
  summary: 'Standing poses with something honest to lean on.',
  description: prose`<p>A wall tells you the truth about your shoulders. Two practices that use it as a floor, a partner and a judge.</p>`,
  outcomes: ['Feel both sides of the back at once', 'Hold a long triangle without gripping'],
  sections: [{
    title: 'With your back to it',
    lessons: [
      {
        title: 'Seven points', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Stand with your back to the wall and your heels a hand’s width away from it. Count what touches: both buttocks, both shoulder blades, perhaps the head. For most of us one side arrives first. Don’t correct it. Rock from one to the other for a minute until you know which is which.</p>
          <p>Now slide the hands up the wall, palms forward, until the ribs want to come along. That is the top. Breathe out there three times and let the ribs go back where they were; the arms may follow them down a little.</p>
          <p>Step away and stand in the room. For about a minute you will have a back. Repeat when it is gone.</p>`,
      },
      {
        title: 'A long triangle', kind: 'text',
        bodyHtml: prose`
          <p>Right side to the wall, feet a long step apart, the right foot parallel to it and almost touching. Reach the right hand along the wall as if to shake someone’s hand who is just out of reach. Only when the ribs have nowhere left to go does the hand come down: to the shin, to a chair, to a pile of those books again.</p>
          <p>The back of the head belongs to the wall now, and so does the left shoulder. Press them there gently, and look straight out into the room. Five breaths. Come up by pressing the left foot down, not by lifting.</p>
          <p>Then turn round, because the wall is on the other side too.</p>`,
      },
    ],
  }],
};

/** The demo's yoga studio: one room with a wooden floor in Lübeck, and a mat at home. */
export const heronHouse: SeedSchool = {
  slug: 'heron-house',
  name: 'Heron House',
  preset: 'yoga-studio',
  tagline: 'A quiet yoga studio by the Wakenitz, and wherever your mat is.',
  taglines: { de: 'Ein stilles Yogastudio an der Wakenitz und überall, wo Ihre Matte liegt.' },
  heroTitle: 'Room to breathe.',
  heroText: 'Slow yoga in Lübeck and at home. Lie down first; the rest follows.',
  about: prose`
    <p>We practise in a former boathouse with one stove and eleven mats. Nobody is pushed, nobody is photographed, and the last ten minutes belong to you.</p>`,
  brandColour: 'oklch(0.5 0.065 152)',
  currency: 'eur',
  country: 'DE',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  voices: [
    { quote: 'I came for my back. I stayed because it is the only hour of the week in which nobody wants me to be better at something.', name: 'Friederike Voss', about: 'Member since the boathouse had no door' },
    { quote: 'My knees are seventy-one. Ida has never once told me what they should be able to do.', name: 'Hartmut Lenz', about: 'Slow mornings' },
  ],
  timetable: {
    text: 'All year, in the boathouse. Eleven mats, so come ten minutes early; whoever finds none left gets tea. Closed on holidays and when the stove is out.',
    rows: [
      { day: 1, start: '07:00', minutes: 60, title: 'Slow mornings', who: 'Ida Petersen', place: '' },
      { day: 1, start: '18:30', minutes: 75, title: 'Hatha from the floor up', who: 'Ida Petersen', place: '' },
      { day: 2, start: '19:00', minutes: 90, title: 'Long holds', who: 'Jonas Falk', place: 'By the stove' },
      { day: 3, start: '07:00', minutes: 60, title: 'Slow mornings', who: 'Ida Petersen', place: '' },
      { day: 3, start: '12:15', minutes: 30, title: 'Lunch, lying down', who: 'Amara Diallo', place: 'By the stove' },
      { day: 3, start: '17:30', minutes: 60, title: 'Yin for runners', who: 'Jonas Falk', place: '' },
      { day: 4, start: '18:30', minutes: 75, title: 'At the wall', who: 'Ida Petersen', place: '' },
      { day: 4, start: '20:15', minutes: 45, title: 'Nidra', who: 'Amara Diallo', place: 'By the stove' },
      { day: 5, start: '09:30', minutes: 60, title: 'On a chair', who: 'Ida Petersen', place: '' },
      { day: 7, start: '10:00', minutes: 90, title: 'Long holds', who: 'Jonas Falk', place: 'On the jetty, if it is dry' },
    ],
  },
  german: {
    heroTitle: 'Raum zum Atmen.',
    heroText: 'Langsames Yoga in Lübeck und bei Ihnen zu Hause. Legen Sie sich erst einmal hin; alles Weitere ergibt sich.',
    about: prose`
      <p>Wir üben in einem alten Bootshaus mit einem Ofen und elf Matten. Hier wird niemand gedrängt und niemand fotografiert, und die letzten zehn Minuten gehören Ihnen.</p>`,
    timetable: {
      text: 'Das ganze Jahr, im Bootshaus. Es sind elf Matten, kommen Sie also zehn Minuten früher; wer keine mehr findet, bekommt Tee. An Feiertagen und bei kaltem Ofen geschlossen.',
      rows: [
        { title: 'Langsam in den Morgen', place: '' },
        { title: 'Hatha, vom Boden aus', place: '' },
        { title: 'Lange gehalten', place: 'Am Ofen' },
        { title: 'Langsam in den Morgen', place: '' },
        { title: 'Mittagspause im Liegen', place: 'Am Ofen' },
        { title: 'Yin für alle, die laufen', place: '' },
        { title: 'An der Wand', place: '' },
        { title: 'Yoga Nidra', place: 'Am Ofen' },
        { title: 'Auf dem Stuhl', place: '' },
        { title: 'Lange gehalten', place: 'Auf dem Steg, wenn es trocken ist' },
      ],
    },
    voices: [
      { quote: 'Gekommen bin ich wegen meines Rückens. Geblieben bin ich, weil es die einzige Stunde der Woche ist, in der niemand will, dass ich in irgendetwas besser werde.', about: 'Dabei, seit das Bootshaus noch keine Tür hatte' },
      { quote: 'Meine Knie sind einundsiebzig. Ida hat mir noch nie gesagt, was sie eigentlich können müssten.', about: 'Übt morgens, langsam' },
    ],
  },
  cast: [
    { key: 'ida', name: 'Ida Petersen', email: 'ida@heron-house.example', role: 'owner', isPublic: true, title: 'Hatha, slow', bio: 'Was a ship’s carpenter for nine years and still looks at bodies as things that carry loads. Opened the boathouse when the yard closed.', profile: { type: 'teacher', fields: { subjects: 'Hatha, practice at the wall', years: '14', languages: 'German, Danish, English' } } },
    { key: 'jonas', name: 'Jonas Falk', email: 'jonas@heron-house.example', role: 'instructor', title: 'Yin', bio: 'Runs long distances and spends the rest of the week undoing it on the floor. Owns forty-one cushions.', profile: { type: 'teacher', fields: { subjects: 'Yin, for runners', years: '8', languages: 'German, English' } } },
    { key: 'amara', name: 'Amara Diallo', email: 'amara@heron-house.example', role: 'instructor', title: 'Meditation and nidra', bio: 'Works nights as a midwife. Teaches rest because she knows what it is worth.', profile: { type: 'teacher', fields: { subjects: 'Nidra, meditation', years: '6', languages: 'French, German, English' } } },
    { key: 'greta', name: 'Greta Sommer', email: 'greta@heron-house.example', role: 'student' },
    { key: 'levin', name: 'Levin Aydın', email: 'levin@heron-house.example', role: 'student' },
    { key: 'paula', name: 'Paula Marek', email: 'paula@heron-house.example', role: 'student' },
  ],
  courses: [mornings, yin, nidra, wall],
};
