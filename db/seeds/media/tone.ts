import type { SeedMedia } from '../seed-content.ts';
import type { Sound } from './sounds.ts';
import { voices } from './voices.ts';

export const wavRate = 22_050;

/**
 * A recording as 16-bit mono WAV at 22 kHz.
 * @param tone.seconds its length; sounds that would ring longer are faded.
 *
 * @example tone({ name: 'a-440.wav', seconds: 8, sounds: [{ at: 0, seconds: 7, midi: 69, loud: 0.8, voice: 'drone' }] })
 */
export function tone(recording: { name: string; seconds: number; sounds: Sound[] }): SeedMedia {
  const { name, seconds, sounds } = recording;
  return {
    name,
    mediaType: 'audio/wav',
    durationSeconds: seconds,
    bytes: async () => wavOf(renderSounds(sounds, { seconds, rate: wavRate }), wavRate),
  };
}

/** A piece of music as it is sold: whole, with the stop bell over it for everybody to hear, and in its parts. */
export type Loop = { whole: SeedMedia; tagged: SeedMedia; stems: SeedMedia[] };

/**
 * The recordings of one piece. The whole is played once, however many of them are asked for.
 * @param piece.parts the sounds of each stem, by its name
 */
export function loop(piece: { name: string; seconds: number; parts: Record<string, Sound[]> }): Loop {
  const { name, seconds, parts } = piece;
  const recording = (fileName: string, play: () => Float32Array): SeedMedia => ({ name: fileName, mediaType: 'audio/wav', durationSeconds: seconds, bytes: async () => wavOf(play(), wavRate) });
  let played: Float32Array | null = null;
  const whole = () => (played ??= renderSounds(Object.values(parts).flat(), { seconds, rate: wavRate }));
  return {
    whole: recording(`${name}.wav`, whole),
    tagged: recording(`${name}-tagged.wav`, () => {
      const bells = renderSounds(bellsOver(seconds), { seconds, rate: wavRate });
      return whole().map((value, n) => Math.max(-1, Math.min(1, value * 0.8 + (bells[n] ?? 0) * 0.22)));
    }),
    stems: Object.entries(parts).map(([part, sounds]) => recording(`${name}-${part}.wav`, () => renderSounds(sounds, { seconds, rate: wavRate }))),
  };
}

/** Somebody wants to get off, every nine seconds. */
function bellsOver(seconds: number): Sound[] {
  const rings = Array.from({ length: Math.max(1, Math.floor(seconds / 9)) }, (_, index) => 3 + index * 9);
  return rings.flatMap((at) => [{ at, seconds: 1, midi: 91, loud: 0.8, voice: 'bell' as const }, { at: at + 0.32, seconds: 1, midi: 88, loud: 0.8, voice: 'bell' as const }]);
}

/** Plays the sounds into samples between -1 and 1, in a small warm room, faded at the end. */
export function renderSounds(sounds: Sound[], options: { seconds: number; rate: number }): Float32Array {
  const { seconds, rate } = options;
  const dry = new Float32Array(Math.round(seconds * rate));
  for (const sound of sounds) voices[sound.voice](dry, rate, sound);

  const wet = inARoom(dry, rate);
  const loudest = wet.reduce((most, value) => Math.max(most, Math.abs(value)), 0.0001);
  const fade = Math.min(wet.length, Math.round(0.35 * rate));
  return wet.map((value, n) => (value / loudest) * 0.82 * Math.min(1, (wet.length - n) / fade));
}

/** Packs samples as a WAV file of 16-bit mono. */
export function wavOf(samples: Float32Array, rate: number): Uint8Array {
  const file = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const word = (at: number, text: string) =>
    [...text].forEach((letter, index) => file.setUint8(at + index, letter.charCodeAt(0)));

  word(0, 'RIFF');
  file.setUint32(4, 36 + samples.length * 2, true);
  word(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, rate, true);
  file.setUint32(28, rate * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  word(36, 'data');
  file.setUint32(40, samples.length * 2, true);
  samples.forEach((value, n) => file.setInt16(44 + n * 2, Math.round(value * 32_767), true));
  return new Uint8Array(file.buffer);
}

/** Schroeder's room: four echoes that never line up, under the dry sound. */
function inARoom(dry: Float32Array, rate: number): Float32Array {
  const wet = new Float32Array(dry.length);
  for (const [seconds, keep] of [[0.0297, 0.72], [0.0371, 0.7], [0.0411, 0.69], [0.0437, 0.67]] as const) {
    const delay = Math.round(seconds * rate);
    const line = new Float32Array(delay);
    let soft = 0;
    for (let n = 0; n < dry.length; n += 1) {
      const echo = line[n % delay] ?? 0;
      soft += 0.45 * (echo - soft);
      line[n % delay] = (dry[n] ?? 0) + soft * keep;
      wet[n] = (wet[n] ?? 0) + echo * 0.25;
    }
  }
  return dry.map((value, n) => value * 0.88 + (wet[n] ?? 0) * 0.2);
}
