import { stageTitle, type ClipScene } from '../clip-scene.ts';
import { clicks, playLine } from '../sounds.ts';
import { staffStrip } from './staff-strip.ts';

const bpm = 84;
const rows = [
  'B4 B4 B4 B4 | B4 B4:.5 B4:.5 B4 B4 | B4:.5 B4:.5 B4 B4:.5 B4:.5 B4 | B4:2 B4 r',
  'B4 r B4 B4 | B4:1.5 B4:.5 B4 B4 | B4:.5 B4:.5 B4:.5 B4:.5 B4:2 | B4:1.5 B4:.5 B4:2',
];
const played = rows.flatMap((music, index) => playLine(music, { bpm, voice: 'clap', fromBeat: 4 + index * 16, loud: 0.85 }));

export const clapTheBar: ClipScene = {
  name: 'clap-the-bar',
  seconds: 26,
  sounds: [...clicks({ bpm, beats: 36, loud: 0.35 }), ...played],
  captions: [
    { from: 0.2, to: 2.8, text: 'A bar to count.' },
    { from: 2.9, to: 14.2, text: 'Clap what is written; say every number, clapped or not.' },
    { from: 14.3, to: 25.5, text: 'Now rests and dots. The silence is counted too.' },
  ],
  draw(at) {
    const beat = (at * bpm) / 60;
    const bar = Math.floor(beat / 4);
    const title = bar < 1 ? `count one bar · ${Math.floor(beat) + 1}` : beat >= 36 ? 'and rest' : `bar ${bar} · ${bar < 5 ? 'clap and count' : 'rests count too'}`;
    const pages = rows.map((music, index) => ({ fromBeat: 4 + index * 16, staff: { clef: 'rhythm' as const, time: '4/4', music, lastBar: index ? 'double' as const : 'single' as const } }));
    return stageTitle(title, 96) + staffStrip(pages, beat, { x: 70, y: 176, width: 820, space: 15 }) + counts(beat, at);
  },
};

/** One & two & three & four &: the eight places of the bar, lit as they pass and ringed when clapped. */
function counts(beat: number, at: number): string {
  const inBar = beat % 4;
  return ['1', '&amp;', '2', '&amp;', '3', '&amp;', '4', '&amp;'].map((word, index) => {
    const place = index / 2;
    const since = inBar - place;
    const isNow = beat < 36 && since >= 0 && since < 0.5;
    const clapped = played.some((sound) => Math.abs((sound.at * bpm) / 60 - (Math.floor(beat / 4) * 4 + place)) < 0.05 && sound.at <= at);
    const x = 130 + index * 100;
    const r = index % 2 ? 26 : 36;
    const glow = isNow && clapped ? Math.exp(-since * 1.6) : 0;
    return (
      `<circle cx="${x}" cy="400" r="${r + 10 * glow}" fill="oklch(0.78 0.12 40)" opacity="${(isNow && clapped ? 1 : 0).toFixed(2)}"/>` +
      `<circle cx="${x}" cy="400" r="${r}" fill="none" stroke="${isNow ? 'oklch(0.78 0.12 40)' : 'oklch(0.5 0.015 50)'}" stroke-width="2"/>` +
      `<text x="${x}" y="${index % 2 ? 407 : 411}" font-family="${index % 2 ? 'Inter Variable' : 'Fraunces Variable'}" font-size="${index % 2 ? 20 : 32}" style="font-feature-settings: 'lnum'" text-anchor="middle" fill="${isNow && clapped ? 'oklch(0.2 0.02 40)' : 'oklch(0.95 0.006 80)'}" opacity="${isNow || index % 2 === 0 ? 1 : 0.6}">${word}</text>`
    );
  }).join('');
}
