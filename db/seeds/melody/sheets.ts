import { sheetPdf } from '../media/sheet-pdf.ts';
import { slideDeck } from '../media/slide.ts';

const piano = 'Melody, Lisbon · Piano from the first note';

export const fiveNotesSheet = sheetPdf({
  name: 'a-melody-in-five-notes.pdf', title: 'A melody in five notes', subtitle: 'Beethoven’s theme · C position, right hand then both', from: piano,
  blocks: [
    { kind: 'text', text: 'One finger for each key: the thumb on middle C, the little finger on G. The numbers are fingers. Play each line three times before the next, and the dotted one four.' },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', music: 'E4:1/3 E4:1/3 F4:1/4 G4:1/5 | G4 F4 E4 D4 | C4:1/1 C4 D4 E4 | E4:1.5/3 D4:.5/2 D4:2' } },
    { kind: 'staff', staff: { clef: 'treble', music: 'E4:1/3 E4 F4 G4 | G4 F4 E4 D4 | C4:1/1 C4 D4 E4 | D4:1.5/2 C4:.5/1 C4:2', lastBar: 'double' } },
    { kind: 'heading', text: 'The left hand, when the right is bored' },
    { kind: 'staff', staff: { clef: 'bass', time: '4/4', music: 'C3:4/5 | C3:2/5 G3:2/1 | C3:4/5 | G3:2/1 C3:2/5', lastBar: 'double' } },
    { kind: 'table', head: ['Day', 'Minutes', 'What to play'], rows: [['1 to 2', '10', 'Right hand, at 60, one line at a time'], ['3 to 4', '10', 'Left hand; then say it while the right plays'], ['5 to 7', '10', 'Both, at 52, and stop while it is good']] },
  ],
});

export const pageExplained = sheetPdf({
  name: 'the-page-explained-once.pdf', title: 'The page, explained once', subtitle: 'Everything on the paper that you need this month', from: piano,
  blocks: [
    { kind: 'text', text: 'Five lines, four spaces. Up the page is right on the keyboard. The curl of the treble clef goes round the line where G lives; from there every line and space is one white key further.' },
    { kind: 'staff', staff: { clef: 'treble', music: 'C4 D4 E4 F4 | G4 A4 B4 C5', below: ['C', 'D', 'E', 'F', 'G', 'A', 'B', 'C'] } },
    { kind: 'text', text: 'The two dots of the bass clef stand on both sides of the line where F lives. Middle C hangs between the staves on a small line of its own: it is the same key in both.' },
    { kind: 'staff', staff: { clef: 'bass', music: 'C3 D3 E3 F3 | G3 A3 B3 C4', below: ['C', 'D', 'E', 'F', 'G', 'A', 'B', 'C'] } },
    { kind: 'heading', text: 'How long' },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', music: 'G4:4 | G4:2 G4:2 | G4 G4 G4 G4 | G4:.5 G4:.5 G4:.5 G4:.5 G4:2', below: ['1 2 3 4', '1 2', '3 4', '1', '2', '3', '4', '1', '&', '2', '&', '3 4'], lastBar: 'double' } },
  ],
});

export const chordsSheet = sheetPdf({
  name: 'four-chords-two-hands.pdf', title: 'Four chords, two hands', subtitle: 'C, G, A minor, F: with the nearest way between them', from: piano,
  blocks: [
    { kind: 'text', text: 'A chord may stand in any order. Choose the order that moves your hand least: here no finger travels further than two keys.' },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', music: 'C4+E4+G4:4 | B3+D4+G4:4 | C4+E4+A4:4 | C4+F4+A4:4', above: ['C', 'G', 'Am', 'F'], lastBar: 'double' } },
    { kind: 'staff', staff: { clef: 'bass', time: '4/4', music: 'C3:4/5 | G2:4/5 | A2:4/4 | F2:4/5', above: ['C', 'G', 'Am', 'F'], lastBar: 'double' } },
    { kind: 'table', head: ['Chord', 'Fingers, right', 'What moves'], rows: [['C', '1 3 5', 'start here'], ['G', '1 2 5', 'C to B, E to D; G stays'], ['Am', '1 2 5', 'B to C, D to E, G to A'], ['F', '1 3 5', 'E to F; C and A stay']] },
  ],
});

export const thumbSheet = sheetPdf({
  name: 'the-alternating-thumb.pdf', title: 'The alternating thumb', subtitle: 'Five shapes and one right hand', from: 'Melody, Lisbon · Fingerstyle guitar',
  blocks: [
    { kind: 'text', text: 'p is the thumb, i the index, m the middle, a the ring finger. The thumb never stops, even when the left hand is late; that is how the listener forgives it.' },
    { kind: 'chords', chords: [{ name: 'C', frets: [-1, 3, 2, 0, 1, 0], fingers: '-32-1-' }, { name: 'Am', frets: [-1, 0, 2, 2, 1, 0], fingers: '--231-' }, { name: 'Fmaj7', frets: [-1, -1, 3, 2, 1, 0], fingers: '--321-' }, { name: 'G', frets: [3, 2, 0, 0, 0, 3], fingers: '21---3' }, { name: 'Em', frets: [0, 2, 2, 0, 0, 0], fingers: '-23---' }] },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', music: 'C4:.5/p G4:.5/i E4:.5/p C5:.5/m C4:.5/p G4:.5/i E4:.5/p C5:.5/m | A3:.5/p A4:.5/i E4:.5/p C5:.5/m A3:.5/p A4:.5/i E4:.5/p C5:.5/m', above: ['C', 'Am'], lastBar: 'double' } },
    { kind: 'table', head: ['Chord', 'Thumb plays', 'Then'], rows: [['C', 'string 5', 'string 4'], ['Am', 'string 5', 'string 4'], ['Fmaj7', 'string 4', 'string 3'], ['G', 'string 6', 'string 4'], ['Em', 'string 6', 'string 4']] },
  ],
});

export const firstPositionSheet = sheetPdf({
  name: 'first-position-map.pdf', title: 'First position, a map', subtitle: 'Where the fingers fall on four strings', from: 'Melody, Lisbon · Violin: the first position',
  blocks: [
    { kind: 'text', text: 'A high second finger touches the third; a low one touches the first. Everything you will play this year is one of these two hands.' },
    { kind: 'table', head: ['String', 'Open', 'First', 'High second', 'Third'], rows: [['E', 'E', 'F sharp', 'G sharp', 'A'], ['A', 'A', 'B', 'C sharp', 'D'], ['D', 'D', 'E', 'F sharp', 'G'], ['G', 'G', 'A', 'B', 'C']] },
    { kind: 'heading', text: 'D major, one octave' },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', sharps: 2, music: 'D4:1/0 E4:1/1 F4:1/2 G4:1/3 | A4:1/0 B4:1/1 C5:1/2 D5:1/3 | D5:1/3 C5:1/2 B4:1/1 A4:1/0 | G4:1/3 F4:1/2 E4:1/1 D4:1/0', lastBar: 'double' } },
    { kind: 'heading', text: 'G major, the same hand two strings lower' },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', sharps: 1, music: 'G3:1/0 A3:1/1 B3:1/2 C4:1/3 | D4:1/0 E4:1/1 F4:1/2 G4:1/3 | G4:2/3 D4:2/0 | G3:4/0', lastBar: 'double' } },
  ],
});

export const shellsSheet = sheetPdf({
  name: 'shells-in-three-keys.pdf', title: 'Shells in three keys', subtitle: 'Two, five, one: root, third and seventh in the left hand', from: 'Melody, Lisbon · Jazz piano: shells and colours',
  blocks: [
    { kind: 'text', text: 'In each key the seventh of one chord falls a step and becomes the third of the next. Hear that line before you learn the shapes.' },
    { kind: 'staff', staff: { clef: 'bass', time: '4/4', music: 'D3+F3+C4:4 | G2+F3+B3:4 | C3+E3+B3:4 | C3+E3+B3:4', above: ['Dm7', 'G7', 'Cmaj7', ''] } },
    { kind: 'staff', staff: { clef: 'bass', sharps: -2, music: 'C3+E3+B3:4 | F2+E3+A3:4 | B2+D3+A3:4 | B2+D3+A3:4', above: ['Cm7', 'F7', 'Bbmaj7', ''] } },
    { kind: 'staff', staff: { clef: 'bass', sharps: -1, music: 'G2+F3+B3:4 | C3+E3+B3:4 | F2+E3+A3:4 | F2+E3+A3:4', above: ['Gm7', 'C7', 'Fmaj7', ''], lastBar: 'double' } },
    { kind: 'table', head: ['Colour', 'On minor 7', 'On dominant', 'On major 7'], rows: [['sweet', '9', '13', '9'], ['bright', '11', '9', '6'], ['dark', 'leave it plain', 'b9', 'sharp 11']] },
  ],
});

export const rhythmSheet = sheetPdf({
  name: 'twelve-bars-to-clap.pdf', title: 'Twelve bars to clap', subtitle: 'Say every number; clap only the notes', from: 'Melody, Lisbon · Reading rhythm',
  blocks: [
    { kind: 'staff', staff: { clef: 'rhythm', time: '4/4', music: 'B4 B4 B4 B4 | B4 B4 B4:2 | B4:2 B4 B4 | B4 r B4 B4', below: ['1', '2', '3', '4', '1', '2', '3 (4)', '1 (2)', '3', '4', '1', '(2)', '3', '4'] } },
    { kind: 'staff', staff: { clef: 'rhythm', music: 'B4 B4:.5 B4:.5 B4 B4 | B4:.5 B4:.5 B4:.5 B4:.5 B4:2 | r B4 B4:.5 B4:.5 B4 | B4:3 B4', below: ['1', '2', '&', '3', '4', '1', '&', '2', '&', '3 (4)', '(1)', '2', '3', '&', '4', '1 (2 3)', '4'] } },
    { kind: 'staff', staff: { clef: 'rhythm', music: 'B4:1.5 B4:.5 B4 B4 | B4:.5 B4 B4:.5 B4:2 | B4:.75 B4:.25 B4:.75 B4:.25 B4 r | B4:.5 r:.5 B4:.5 r:.5 B4:2', below: ['1 (2)', '&', '3', '4', '1', '&', '&', '3 (4)', '1', 'a', '2', 'a', '3', '(4)', '1', '', '2', '', '3 (4)'], lastBar: 'double' } },
    { kind: 'text', text: 'The dot adds half of what the note already has: one and a half beats, then the half that is left. If it limps, clap the eighths underneath with a foot until the long note learns where it ends.' },
  ],
});

export const vowelSheet = sheetPdf({
  name: 'five-vowels-ten-minutes.pdf', title: 'Five vowels, ten minutes', subtitle: 'A warm-up for every day', from: 'Melody, Lisbon · Find your voice',
  blocks: [
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', music: 'G4:.5 A4:.5 B4:.5 C5:.5 D5:.5 C5:.5 B4:.5 A4:.5 | G4:4', below: ['noo', '', '', '', '', '', '', '', 'oo'] } },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', music: 'G4 B4 D5 B4 | G4:4', below: ['nee', 'eh', 'ah', 'oh', 'oo'], lastBar: 'double' } },
    { kind: 'text', text: 'Up a half step each time while it is easy; down again before it is not. The jaw hangs, the tongue lies at the lower teeth, and the vowel changes with as little of you as possible.' },
    { kind: 'table', head: ['Minute', 'What', 'Watch for'], rows: [['1 to 2', 'Breathe: in for four, out for eight', 'shoulders still'], ['3 to 4', 'Hum on one note', 'teeth apart'], ['5 to 8', 'The two lines above', 'no push at the top'], ['9 to 10', 'A song you like', 'the same ease']] },
  ],
});

export const circleOfFifths = slideDeck({
  name: 'intervals-and-the-circle.pdf', from: 'Melody · Train your ear',
  slides: [
    { title: 'The circle of fifths', lines: ['Clockwise: up a fifth, one sharp more.', 'The other way: up a fourth, one flat more.', 'Neighbours share six of seven notes.'], wheel: ['C', 'G', 'D', 'A', 'E', 'B', 'F#', 'Db', 'Ab', 'Eb', 'Bb', 'F'] },
    { title: 'Second, third, fifth', lines: ['A second leans. A third sings. A fifth stands open.'], staff: { clef: 'treble', music: 'C4 D4 C4+D4:2 | C4 E4 C4+E4:2 | C4 G4 C4+G4:2', lastBar: 'double' } },
    { title: 'Steps that want to move', lines: ['Seven wants to rise to one. Four wants to fall to three.', 'Sing them and stop: your ear finishes the sentence.'], staff: { clef: 'treble', time: '4/4', music: 'C4+E4+G4:2 B4 C5 | C4+E4+G4:2 F4 E4', lastBar: 'double' } },
  ],
});

export const canonPart = sheetPdf({
  name: 'canon-violin-two.pdf', title: 'Canon, violin II', subtitle: 'After Pachelbel · for the Tuesday ensemble', from: 'Melody, Lisbon · String ensemble, autumn',
  blocks: [
    { kind: 'text', text: 'Wait two bars, count them, and enter as if you had been there all along. Half bows; leave room for the first violins.' },
    { kind: 'staff', staff: { clef: 'treble', time: '4/4', sharps: 2, music: 'r:4 | r:4 | F5:2/1 E5:2/0 | D5:2/3 C5:2/2' } },
    { kind: 'staff', staff: { clef: 'treble', sharps: 2, music: 'B4:2/1 A4:2/0 | B4:2/1 C5:2/2 | D5:2/3 C5:2/2 | B4:2/1 A4:2/0' } },
    { kind: 'staff', staff: { clef: 'treble', sharps: 2, music: 'G4:2/3 F4:2/2 | G4:2/3 A4:2/0 | D4:4/0', lastBar: 'double' } },
  ],
});
