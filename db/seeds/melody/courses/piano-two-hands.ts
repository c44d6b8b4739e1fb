import { clip } from '../../media/clip.ts';
import { prose } from '../../prose.ts';
import type { SeedSection } from '../../seed-content.ts';
import { fiveNotesBand, fiveNotesSlow } from '../recordings.ts';
import { fiveNotesSheet } from '../sheets.ts';

export const twoHandsFiveKeys: SeedSection = {
  title: 'Two hands, five keys',
  lessons: [
    {
      title: 'Where is C?',
      kind: 'video',
      isPreview: true,
      media: clip('where-is-c'),
      bodyHtml: prose`
        <p>Black keys stand in twos and threes. C is the white key just left of every two. Find one high, one low, and the one nearest the middle: that is the C everything else is counted from.</p>`,
    },
    {
      title: 'How to sit, and why it matters by week three',
      kind: 'text',
      isPreview: true,
      bodyHtml: prose`
        <p>Sit on the front half of the bench. If your weight is on your thighs you are too far back; if your knees touch the keyboard you are too near. Your elbows hang a little in front of your ribs, about as high as the keys.</p>
        <p>Let one arm drop to your side and shake it. Now lift the hand onto the keys without changing it: the fingers keep the curve they had while hanging. That is the hand you want. It is nobody’s idea of a position; it is simply what a hand does when it is not afraid of anything.</p>
        <h3>Two things to check every day</h3>
        <ul>
        <li><strong>Shoulders.</strong> Breathe out. If they fall, they were up.</li>
        <li><strong>Wrist.</strong> Level with the back of the hand, and free enough that someone could move it with one finger.</li>
        </ul>
        <p>Tension is quiet at first. In week one it costs nothing; in week three it is the reason a passage will not go faster. Thirty seconds now is cheaper.</p>`,
    },
    {
      title: 'A melody in five notes',
      kind: 'video',
      media: clip('five-notes'),
      attachments: [fiveNotesSheet],
      bodyHtml: prose`
        <p>Play the five notes with the fingers they belong to, slowly enough that nothing surprises you. When the loop feels dull, take the speed up by ten.</p>
        <p>Bar four has the only long-short in the tune. Loop it alone until it is the easiest bar on the page.</p>`,
    },
    {
      title: 'Practise: slow, with the click',
      kind: 'audio',
      media: fiveNotesSlow,
      bodyHtml: prose`
        <p>Four clicks, then the last four bars at 60. Play along twice, then once without the sound, and see whether you end together with the clock in your head.</p>`,
    },
    {
      title: 'Practise with the band',
      kind: 'audio',
      media: fiveNotesBand,
      bodyHtml: prose`
        <p>Bass and chords at 84; the melody is yours. If you fall out, do not go back. Wait for the next first beat and step in, as you would onto a moving staircase.</p>`,
    },
    {
      title: 'Ten minutes that count',
      kind: 'text',
      bodyHtml: prose`
        <p>Ten minutes every day beat an hour on Sunday, because the hand learns while you sleep and can only sleep on what it did that day. So plan the ten.</p>
        <ol>
        <li><strong>Two minutes:</strong> something you can already play. It reminds the hand that this is pleasant.</li>
        <li><strong>Six minutes:</strong> one bar, or two, that you cannot play yet. Name the trouble before you repeat: wrong finger, late hand, a jump. Three times right in a row, at any speed, and you may go on.</li>
        <li><strong>Two minutes:</strong> the whole line, with its mistakes, without stopping.</li>
        </ol>
        <p>Stop when the timer says so, even if it is going well. <em>Especially</em> then. Tomorrow you will want to sit down again, and wanting to is most of the method.</p>
        <p>Write one line in your practice log: what was hard, and where it is written. You will be surprised how few places there are.</p>`,
    },
  ],
};
