import { prose } from '../prose.ts';
import type { SeedCourse, SeedMedia } from '../seed-content.ts';

/** What Carrel teaches. @param signs the worksheet of the first course */
export function carrelCourses(signs: SeedMedia): SeedCourse[] {
  return [algebra(signs), forces, essays, equations, quadratics];
}

const algebra = (signs: SeedMedia): SeedCourse => ({
  key: 'before-algebra', slug: 'before-algebra', title: 'Everything before algebra', subject: 'mathematics', level: 'beginner', instructorKey: 'ruth', priceCents: 0, status: 'published',
  summary: 'Signs, brackets and fractions: the three afternoons that most people missed. Free for everybody.',
  description: prose`<p>Nine in ten mistakes in an algebra paper are not algebra. This course is about the nine.</p>`,
  outcomes: ['Take away a negative without flinching', 'Open a bracket with a minus before it'],
  sections: [{
    title: 'Signs',
    lessons: [
      {
        title: 'What a minus sign does', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>A minus sign has two jobs, and school writes them the same way. Between two numbers it means <em>take away</em>. In front of one it means <em>the other side of zero</em>. In 3 − (−4) the first does the first job and the second does the second.</p>
          <p>Draw a line with zero in the middle and stand on 3. Taking away four steps would go left. Taking away four steps <em>backwards</em> goes right, and you arrive at 7. Do not learn that two minuses make a plus; you will use it where it is not true, as in −3 − 4.</p>
          <p>Say each of these aloud before you write anything: five take away minus two; minus five take away two; minus, bracket, five take away two. They are different, and your voice knows it.</p>`,
      },
      { title: 'Worksheet: twelve signs', kind: 'pdf', media: signs, bodyHtml: prose`<p>Six today, six tomorrow. Check each before you begin the next one, so that a wrong idea is not practised twelve times.</p>` },
    ],
  }],
});

const forces: SeedCourse = {
  key: 'draw-the-forces', slug: 'draw-the-forces', title: 'Draw the forces first', subject: 'physics', level: 'intermediate', instructorKey: 'priya', priceCents: 5400, status: 'published',
  summary: 'Mechanics for A level from one habit: a box, its arrows, and only then a formula.',
  description: prose`<p>Two lessons that look too easy and then explain lifts, ramps and pulleys in one go.</p>`,
  outcomes: ['Find every force on a body, and no others', 'Know which formula is wanted before you look for it'],
  sections: [{
    title: 'A box and its arrows',
    lessons: [
      {
        title: 'What touches it?', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Draw the thing as a box, alone, with nothing around it. Now ask only two questions. Does gravity pull it? One arrow, straight down. What touches it? One arrow for each thing that does: the table, the rope, the air.</p>
          <p>That is all. There is no arrow for <em>moving</em>, none for <em>wanting to go on</em>, and none for a hand that let go a second ago. Nearly every lost mark in mechanics is an arrow that nothing is holding the other end of.</p>
          <p>Do it for a book on a table, the same book pushed along, a ball going up, and a ball at the very top. The last two have exactly the same drawing. If that annoys you, good: stay with it until it doesn’t.</p>`,
      },
      {
        title: 'The lift', kind: 'text',
        bodyHtml: prose`
          <p>You stand on scales in a lift. Two arrows: gravity down, and the scales pushing up. The scales show the second one, which is not your weight and never was.</p>
          <p>At rest they are equal. When the lift starts upwards you must speed up with it, so the upward arrow has to win, and the scales show more. Going up at a steady speed nothing needs to win any more, and they show the usual. Most people get this middle part wrong, because they draw speed where only change of speed counts.</p>
          <p>Now write it: push minus weight equals mass times acceleration. You did not look the formula up; you read it off the drawing.</p>`,
      },
    ],
  }],
};

const essays: SeedCourse = {
  key: 'one-paragraph', slug: 'one-paragraph', title: 'One good paragraph', subject: 'english', level: 'improver', instructorKey: 'tom', priceCents: 4200, status: 'published',
  summary: 'Write a paragraph that proves something, and then write six of them.',
  description: prose`<p>An examiner reads your essay in four minutes. This course is about what can be seen from that distance.</p>`,
  outcomes: ['Open with a claim that could be wrong', 'Quote four words instead of four lines'],
  sections: [{
    title: 'Claim, proof, so what',
    lessons: [
      {
        title: 'A claim that could be wrong', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>“Shakespeare presents ambition as dangerous” cannot be wrong, so nobody needs to prove it and nobody learns anything when you do. Try instead: “Macbeth is more afraid of being seen than of being damned.” Someone could disagree. Now you have a paragraph to write.</p>
          <p>The test is simple. Put <em>not</em> into your sentence. If the result is obviously silly, so was the claim. If it is a sentence that a sensible person might write in the next seat, keep yours.</p>
          <p>Write five claims about the chapter you are reading, badly and fast. Cross out the three that cannot be wrong. Sleep on the other two before you choose, and choose the one you like less: you will argue it better.</p>`,
      },
      {
        title: 'Four words', kind: 'text',
        bodyHtml: prose`
          <p>A long quotation tells the examiner that you found the page. A short one tells them that you read it. Take the line you meant to copy and underline the one word that would be missed if it were gone. Then take a word or two on either side, so that it can be recognised. That is your quotation.</p>
          <p>Build it into your own sentence so that it could be read aloud without anyone hearing the marks: he hopes the stars will “hide your fires”, as though light itself were a witness.</p>
          <p>Then say what that word does that another would not. Hide, not put out. He wants the fire to go on burning.</p>`,
      },
    ],
  }],
};

const equations: SeedCourse = {
  key: 'balancing', slug: 'balancing', title: 'Balancing, calmly', subject: 'chemistry', level: 'beginner', instructorKey: 'wei', priceCents: 3600, status: 'published',
  summary: 'Chemical equations as book-keeping: nothing comes from nowhere.',
  description: prose`<p>If you can share out a restaurant bill you can balance combustion.</p>`,
  outcomes: ['Balance any equation on a GCSE paper'],
  sections: [{
    title: 'Count twice',
    lessons: [
      {
        title: 'The awkward one first', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Write a little table under the arrow: one row for each element, how many on the left, how many on the right. Change only the big numbers in front, never the small ones inside; those say what the stuff <em>is</em>.</p>
          <p>Begin with the element that appears in the fewest places. Leave oxygen for last, because it is in everything and will move each time you touch something else. For methane that means carbon, then hydrogen, then oxygen, and you are done in three moves.</p>
          <p>When you end with half an oxygen molecule, don’t panic and don’t start again. Double everything. Then count all the rows once more from the top, as if someone else had done it.</p>`,
      },
    ],
  }],
};

const quadratics: SeedCourse = {
  key: 'quadratics', slug: 'quadratics', title: 'Quadratics as shapes', subject: 'mathematics', level: 'intermediate', instructorKey: 'ruth', priceCents: 4800, status: 'published',
  summary: 'Factorise, complete the square and use the formula, and see that they are one thing.',
  description: prose`<p>Three methods, one rectangle. After this you choose the method, and it stops choosing you.</p>`,
  outcomes: ['Complete the square by drawing it', 'Say how many roots there are before finding any'],
  sections: [{
    title: 'A rectangle',
    lessons: [
      {
        title: 'The missing corner', kind: 'text', isPreview: true,
        bodyHtml: prose`
          <p>Draw a square with sides x. Glue a strip six wide to one side: x² + 6x is its area. Now cut that strip in half lengthways and move one half to the bottom. You have almost a bigger square, with sides x + 3, and one corner missing. The corner is three by three.</p>
          <p>So x² + 6x is the big square less nine. That is all that completing the square ever was; somebody lost the picture and kept the rule.</p>
          <p>Draw x² + 10x, and then x² − 4x, where the strips are cut away instead of glued on. Write the line of algebra under each drawing, not the other way round.</p>`,
      },
    ],
  }],
};
