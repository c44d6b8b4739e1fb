import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, test } from 'vitest';
import type { SeedMedia } from '../seed-content.ts';
import { allScenes } from './all-scenes.ts';
import { clip, type ClipName } from './clip.ts';
import { readWebm } from './read-webm.ts';
import { sheetPdf } from './sheet-pdf.ts';
import { slideDeck } from './slide.ts';
import { playLine, type VoiceName } from './sounds.ts';
import { tone, wavRate } from './tone.ts';

const names = Object.keys(allScenes) as ClipName[];

describe('tones', () => {
  test.each<VoiceName>(['piano', 'pluck', 'bow', 'hum', 'drone', 'click', 'clap'])('%s is a WAV of its length, audible and unclipped', async (voice) => {
    const made = tone({ name: 'a.wav', seconds: 3, sounds: playLine('C4 G4', { bpm: 60, voice }) });
    const bytes = await made.bytes();
    const samples = new Int16Array(bytes.buffer, 44);
    const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

    await expectType(made);
    expect(samples.length / wavRate).toBe(made.durationSeconds);
    expect(loudest).toBeGreaterThan(20_000);
    expect(loudest).toBeLessThan(32_000);
  });

  test('the same exercise is the same bytes', async () => {
    const make = () => tone({ name: 'a.wav', seconds: 2, sounds: playLine('C4+E4', { bpm: 60, voice: 'pluck' }) }).bytes();

    expect(await make()).toEqual(await make());
  });
});

describe('paper', () => {
  const sheet = sheetPdf({
    name: 'a.pdf', title: 'A', subtitle: 'b', from: 'c',
    blocks: [
      { kind: 'staff', staff: { clef: 'treble', time: '3/4', sharps: -2, music: 'C4:.5 D4:.5 F#4 r | Bb4:3', lastBar: 'double' } },
      { kind: 'chords', chords: [{ name: 'F', frets: [1, 3, 3, 2, 1, 1], fingers: '134211' }] },
      { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
    ],
  });

  test('a sheet is a PDF and the same every time', async () => {
    await expectType(sheet);
    expect(await sheet.bytes()).toEqual(await sheet.bytes());
  });

  test('a deck is a PDF', async () => {
    await expectType(slideDeck({ name: 'a.pdf', from: 'b', slides: [{ title: 'One', wheel: ['C', 'G'] }] }));
  });
});

describe('clips', () => {
  test.each(names)('%s is a WebM of its length that a player can jump in', async (name) => {
    const film = clip(name);
    const facts = readWebm(await film.bytes());

    await expectType(film);
    expect(facts.docType).toBe('webm');
    expect(Math.abs(facts.durationSeconds - (film.durationSeconds ?? 0))).toBeLessThan(0.1);
    expect(facts.cuesBeforeMedia).toBe(true);
    expect(facts.cuePoints).toBeGreaterThan(facts.durationSeconds / 6);
  });

  test('the five notes last forty seconds', async () => {
    expect(Math.abs(readWebm(await clip('five-notes').bytes()).durationSeconds - 40)).toBeLessThan(0.1);
  });

  test('together they stay small enough for git', async () => {
    const sizes = await Promise.all(names.map(async (name) => (await clip(name).bytes()).length));

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_500_000);
  });

  test.each(names)('%s has captions in order, inside the film', (name) => {
    const scene = allScenes[name];
    const times = scene.captions.flatMap(({ from, to }) => [from, to]);

    expect(clip(name).captionsVtt).toMatch(/^WEBVTT\n\n00:00:00\.\d{3} --> /);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(scene.seconds);
  });

  test.each(names)('%s sounds only while it is on screen', (name) => {
    const scene = allScenes[name];

    expect(scene.sounds.length).toBeGreaterThan(0);
    for (const sound of scene.sounds) expect(sound.at).toBeLessThan(scene.seconds);
  });
});

async function expectType(media: SeedMedia): Promise<void> {
  expect((await fileTypeFromBuffer(await media.bytes()))?.mime).toBe(media.mediaType);
}
