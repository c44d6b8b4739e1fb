import { litKeys, saidAt, stageNote, stageTitle, type ClipScene } from '../clip-scene.ts';
import { midiOf } from '../score.ts';
import { playLine, type Sound } from '../sounds.ts';
import { drawKeyboard } from './keyboard.ts';

const bpm = 60;
const line = (music: string, fromBeat: number, loud = 0.7) => playLine(music, { bpm, voice: 'piano', fromBeat, loud });

const played: Sound[] = [
  ...line('C#3+D#3:1.6', 1.5, 0.5),
  ...line('C#4+D#4:1.6', 3.5, 0.5),
  ...line('C3:1.9 C4:1.9 C5:2.2', 6.5, 0.75),
  ...line('C4:.8 D4:.8 E4:.8 F4:.8 G4:.8 A4:.8 B4:.8 C5:1.8', 14, 0.7),
  ...line('C3+C4+C5:2.4', 21.6, 0.6),
];

const moments = [
  { from: 0, text: 'where is C?', note: 'look at the black keys first: they stand in twos and threes' },
  { from: 1.4, text: 'find the two black keys', note: 'every group of two looks the same, high or low' },
  { from: 6.2, text: 'C lives just left of the two', note: 'each of these is C; the middle one is middle C' },
  { from: 13.4, text: 'from C to C, all seven names', note: 'C D E F G A B, and then it begins again' },
  { from: 21.3, text: 'every C on the keyboard', note: 'now shut your eyes, open them, and find one' },
];

const names = new Map(['C3', 'C4', 'C5'].map((key) => [midiOf(key), 'C'] as const));
const allNames = new Map(['C4', 'D4', 'E4', 'F4', 'G4', 'A4', 'B4', 'C5'].map((key) => [midiOf(key), key.slice(0, 1)] as const));

export const whereIsC: ClipScene = {
  name: 'where-is-c',
  seconds: 25,
  sounds: played,
  captions: [
    { from: 0.2, to: 1.4, text: 'Where is C?' },
    { from: 1.5, to: 6, text: 'Look at the black keys. Find a group of two.' },
    { from: 6.3, to: 13, text: 'The white key just left of the two is C. There is one in every octave.' },
    { from: 13.5, to: 21, text: 'Going up from middle C: C, D, E, F, G, A, B, and C again.' },
    { from: 21.4, to: 24.8, text: 'Shut your eyes, open them, and find a C.' },
  ],
  draw(at) {
    const now = saidAt(moments, at);
    const labels = at < 6.4 ? new Map<number, string>() : at < 13.6 || at > 21.3 ? names : allNames;
    return (
      stageTitle(now?.text ?? '', 112) +
      stageNote(now?.note ?? '', 150) +
      drawKeyboard({ low: midiOf('C3'), high: midiOf('C5'), y: 250, whiteWidth: 58 }, litKeys(played, at), labels)
    );
  },
};
