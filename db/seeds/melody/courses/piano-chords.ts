import { prose } from '../../prose.ts';
import type { SeedSection } from '../../seed-content.ts';
import { brokenChords, fourChordSong } from '../recordings.ts';
import { chordsSheet } from '../sheets.ts';

export const leftHandLearnsToWalk: SeedSection = {
  title: 'The left hand learns to walk',
  lessons: [
    {
      title: 'Three ways to break a chord',
      kind: 'audio',
      media: brokenChords,
      bodyHtml: prose`
        <p>Bottom, middle, top, middle, through C, A minor, F and G. Listen to the lowest note of each bar: it is the one that walks, and the rest is upholstery.</p>`,
    },
    {
      title: 'Putting two hands together',
      kind: 'text',
      bodyHtml: prose`
        <p>Each hand can do its part; together they fall apart. This is not a lack of talent. Two movements that were learned separately have never met, so introduce them.</p>
        <p>Take one bar. Find the places where both hands play at the same instant, and play <em>only those</em>: land, wait, land, wait. They are the nails the bar hangs on. When they are sure, put the other notes back in between, one hand at a time.</p>
        <h3>The order that works</h3>
        <ul>
        <li>Right hand plays, left hand taps its rhythm on your knee.</li>
        <li>Left hand plays, you sing the right. Badly is fine.</li>
        <li>Both, at half the speed you think you need.</li>
        <li>Both, from the <strong>last</strong> beat of the bar before, because that is where the trouble comes from.</li>
        </ul>
        <p>Then stop after the first note of the next bar. A bar that is practised only to its own end always breaks at the seam.</p>`,
    },
    {
      title: 'Four chords, two hands',
      kind: 'pdf',
      media: chordsSheet,
      bodyHtml: prose`
        <p>The four chords under half the songs you know, with the nearest way from each to the next. Learn what moves, not where everything is.</p>`,
    },
    {
      title: 'Play along: four chords',
      kind: 'audio',
      media: fourChordSong,
      bodyHtml: prose`
        <p>Eight bars at 80. First round, only the left-hand note on one. Second round, the chord with it. Third round, whatever rhythm your foot suggests.</p>`,
    },
    {
      title: 'From a chord sheet to an accompaniment',
      kind: 'text',
      bodyHtml: prose`
        <p>A chord sheet gives you letters over words, and leaves everything else to you. That is generous of it. Begin with the least you can do and add one thing at a time.</p>
        <ol>
        <li><strong>Bass on one.</strong> The letter, low, at the first beat. Sing over it. If the song already stands up, remember this: it is enough.</li>
        <li><strong>Chord on the right hand,</strong> in the position nearest to the one before. Whole notes.</li>
        <li><strong>A rhythm.</strong> Bass on one and three, chord on two and four, quiet. You have become a band.</li>
        <li><strong>A breath.</strong> Where the singer breathes, so do you: play nothing, or one note that leads into the next line.</li>
        </ol>
        <p>Accompanists are loved for what they leave out. If you are not sure whether to add something, the singer has already decided for you.</p>`,
    },
  ],
};

export const aPieceByHeart: SeedSection = {
  title: 'A piece by heart',
  lessons: [
    {
      title: 'Four ways to remember',
      kind: 'text',
      bodyHtml: prose`
        <p>The hand remembers first and forgets first, usually in front of people. So give the piece three more places to live.</p>
        <ul>
        <li><strong>The ear.</strong> Sing the melody away from the piano. Where you cannot sing it, you do not know it yet.</li>
        <li><strong>The eye.</strong> Close your eyes and see the page: which line, near the top or the bottom, after the page turn?</li>
        <li><strong>The mind.</strong> Say the chords and the form aloud: eight bars, the same again with another ending, a middle in G, home.</li>
        </ul>
        <p>Choose four starting points in the piece and write A, B, C, D beside them. Practise jumping to each, in any order. On the day something slips you will not need to go back to the beginning; you will go on to the next letter, and most listeners will think you meant it.</p>`,
    },
    {
      title: 'Play it to one person',
      kind: 'text',
      bodyHtml: prose`
        <p>Somewhere between knowing a piece and performing it lies playing it to <strong>one</strong> person who likes you. Do this before you feel ready, because ready is a feeling that arrives afterwards.</p>
        <p>Sit, put your hands in your lap, and hear the first bar in your head at the speed you can play, not the speed you would like. Breathe out. Begin on the next breath in.</p>
        <p>Do not announce what will go wrong. Do not make a face when it does. When the last note has been played, leave the hands on the keys until it has finished sounding; the silence is part of the piece, and it is the part nobody can play wrongly.</p>
        <p>Then ask one question: <em>where did you stop listening?</em> It is a better teacher than “was it good?”.</p>
        <blockquote>Nobody ever came to a house concert to count the mistakes.</blockquote>`,
    },
    {
      title: 'Practise: the whole tune, soft to loud',
      kind: 'audio',
      media: fourChordSong,
      bodyHtml: prose`
        <p>Use the backing once more, now with your melody. Start as quietly as the piano speaks and let each four bars grow a little. The last chord is the softest.</p>`,
    },
    {
      title: 'What next',
      kind: 'text',
      bodyHtml: prose`
        <p>You can find your way on the keyboard, read both clefs at an easy pace, keep a beat, and accompany a song from its letters. That is the whole trade; the rest is more of it.</p>
        <h3>If you liked the page</h3>
        <p>Take the minuets from the notebook for Anna Magdalena Bach, one a month. Two voices, no filling, and every bar has an answer somewhere. Then Schumann’s <em>Album for the Young</em>, from the front.</p>
        <h3>If you liked the chords</h3>
        <p>Go on to <strong>Jazz piano: shells and colours</strong>. You will play less in the left hand and hear more.</p>
        <h3>Either way</h3>
        <p>Keep the ten minutes. Keep one old piece warm for each new one. And come to the Saturday play-through in the big room: tea first, three pieces, nobody records.</p>`,
    },
  ],
};
