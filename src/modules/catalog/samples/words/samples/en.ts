const aboutSamples = '<p>This came with the school, so that there is something to look at and to try everything on. Change it into your own, or remove it: your list of them has one press for that.</p>'

/** What a school of each kind may begin with: free, short, and plainly a sample. */
export const en = {
  'music-school': {
    title: 'Sample: five notes', subject: 'piano', summary: 'A sample that came with the school: one hand, five notes, three short lessons.', description: aboutSamples, section: 'One hand',
    lessons: [
      { title: 'Where the hand lies', html: '<p>Put your right thumb on the white key to the left of the two black ones. Give each next finger the next white key. Press them one after another and let each ring until the next one begins.</p>' },
      { title: 'Up and down', html: '<p>Play the five notes up and down, slowly enough that all of them are equally loud. When one is louder, that finger hurried.</p>' },
      { title: 'Your own tune', html: '<p>Use only these five notes and play what you can sing. Write the fingers down as numbers, so that you find it again tomorrow.</p>' },
    ],
  },
  'yoga-studio': {
    title: 'Sample: ten quiet minutes', subject: 'yoga', summary: 'A sample that came with the studio: three short practices to read and do.', description: aboutSamples, section: 'On the floor',
    lessons: [
      { title: 'Arriving', html: '<p>Lie on your back with bent knees. Notice three places that touch the floor. Breathe out a little longer than in, ten times.</p>' },
      { title: 'Side to side', html: '<p>Let both knees fall to the left on an out-breath, and wait for one more. Come back by the belly. Then to the right. Six times each side.</p>' },
      { title: 'Coming back', html: '<p>Roll to one side, stay for three breaths, and sit up last of all with your head.</p>' },
    ],
  },
  'tutoring-centre': {
    title: 'Sample: fractions, first steps', subject: 'mathematics', summary: 'A sample that came with the centre: three lessons that need only paper.', description: aboutSamples, section: 'Halves and quarters',
    lessons: [
      { title: 'Folding', html: '<p>Fold a strip of paper once. Each part is one half. Fold it again: how many parts are there now, and what is each called?</p>' },
      { title: 'The same amount', html: '<p>Colour one half of the strip. How many quarters are coloured? Write both names of that amount with an equals sign between them.</p>' },
      { title: 'Adding', html: '<p>Colour a half and then one quarter more. Count in quarters, and write down what you did.</p>' },
    ],
  },
  'coaching-marketplace': {
    title: 'Sample: your next ninety days', subject: 'career', summary: 'A sample that came with the practice: three sessions to work through alone.', description: aboutSamples, section: 'On one page',
    lessons: [
      { title: 'Where you are', html: '<p>Write down what you did last week that you were paid for, and what you did that nobody noticed. Which of the two was longer?</p>' },
      { title: 'What you want more of', html: '<p>Choose one line of that list. Say what twice as much of it would need, in hours and not in wishes.</p>' },
      { title: 'The first Monday', html: '<p>Put one hour for it into your calendar for each of the next twelve weeks. Decide now what you will cancel for it.</p>' },
    ],
  },
  'creator-academy': {
    title: 'Sample: one sound a day', subject: 'beat making', summary: 'A sample that came with the academy: three short chapters with a phone as the only gear.', description: aboutSamples, section: 'One day',
    lessons: [
      { title: 'Find it', html: '<p>Record ten seconds of something near you: a door, a lift, a cup. Do not choose well.</p>' },
      { title: 'Cut it', html: '<p>Keep half a second. Loop it. Move where it begins until it has a beat that you did not put there.</p>' },
      { title: 'Leave it', html: '<p>Add one thing and take one thing away. Save it with today’s date and stop.</p>' },
    ],
  },
}
