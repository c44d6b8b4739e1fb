import { litKeys, stageTitle, type ClipScene } from '../clip-scene.ts';
import { midiOf } from '../score.ts';
import { clicks, playLine } from '../sounds.ts';
import { drawNeck, type NeckString, type Stop } from './neck.ts';
import { staffStrip } from './staff-strip.ts';

const bpm = 72;
const scaleUp = 'D4:1/0 E4:1/1 F#4:1/2 G4:1/3 | A4:1/0 B4:1/1 C#5:1/2 D5:1/3';
const scaleDown = 'D5:1/3 C#5:1/2 B4:1/1 A4:1/0 | G4:1/3 F#4:1/2 E4:1/1 D4:1/0';
const tune = 'D4:1/0 D4:1/0 A4:1/0 A4:1/0 | B4:1/1 B4:1/1 A4:2/0 | G4:1/3 G4:1/3 F#4:1/2 F#4:1/2 | E4:1/1 E4:1/1 D4:2/0';
// The sharps stand in the key signature, so the page writes the notes plain.
const onThePage = (music: string) => music.replaceAll('#', '');

const played = [scaleUp, scaleDown, tune].flatMap((music, index) =>
  playLine(music, { bpm, voice: 'bow', fromBeat: 4 + index * 8, loud: 0.7, held: 0.94 }),
);
const strings: NeckString[] = ['E', 'A', 'D', 'G'].map((name, index) => ({ name, y: 336 + index * 48, width: 1.6 + index * 0.8 }));
// Where the string must be stopped: each semitone takes 1/17.8 of what is left.
const stopX = (semitone: number) => 150 + 1500 * (1 - 2 ** (-semitone / 12));
const tapes = [2, 4, 5, 7].map(stopX);

export const firstPosition: ClipScene = {
  name: 'first-position',
  seconds: 32,
  sounds: [...clicks({ bpm, beats: 4, loud: 0.4 }), ...played, { at: 0, seconds: 29.5, midi: midiOf('D3'), loud: 0.16, voice: 'drone' }],
  captions: [
    { from: 0.2, to: 3.2, text: 'A bar to count, over a D to tune to.' },
    { from: 3.4, to: 16.4, text: 'D major on two strings: open, one, two, three. Two and three touch.' },
    { from: 16.7, to: 29.6, text: 'The first tune. The fingers that are down stay down.' },
  ],
  draw(at) {
    const beat = (at * bpm) / 60;
    const what = beat < 4 ? `count one bar · ${Math.floor(beat) + 1}` : beat < 20 ? 'D major · two and three touch' : beat < 36 ? 'the first tune · long bows' : 'let it fade';
    const staff = (music: string) => ({ clef: 'treble' as const, time: '4/4', sharps: 2, music: onThePage(music) });
    const pages = [{ fromBeat: 4, staff: staff(`${scaleUp} | ${scaleDown}`) }, { fromBeat: 20, staff: staff(tune) }];
    return (
      stageTitle(what, 78) +
      staffStrip(pages, beat, { x: 70, y: 168, width: 820, space: 12 }) +
      drawNeck({ left: 150, right: 960, strings, across: tapes, isFretted: false }, stopsAt(at))
    );
  },
};

function stopsAt(at: number): Stop[] {
  const sound = played.findLast((each) => each.at <= at + 0.02 && at < each.at + each.seconds + 0.1);
  if (!sound) return [];
  const string = sound.midi >= midiOf('A4') ? 1 : 2;
  const semitone = sound.midi - midiOf(string === 1 ? 'A4' : 'D4');
  const finger = String([0, 2, 4, 5].indexOf(semitone));
  const lit = litKeys([sound], at).get(sound.midi) ?? 0;
  return [{ string, x: semitone === 0 ? 150 : stopX(semitone) + 24, label: finger, lit, since: Math.min(0.4, at - sound.at), isOpen: semitone === 0 }];
}

