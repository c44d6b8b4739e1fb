import { hertzOf } from './score.ts';
import type { Sound, VoiceName } from './sounds.ts';

/** Adds one sound to the buffer. `rate` is in samples a second. */
type Voice = (into: Float32Array, rate: number, sound: Sound) => void;

export const voices: Record<VoiceName, Voice> = {
  piano: struckString,
  pluck: pluckedString,
  bow: bowedString,
  hum: sungVowel,
  drone: droneString,
  click: woodblock,
  clap: handclap,
  kick: kickDrum,
  hat: hiHat,
  bell: stopBell,
};

/** A felt hammer on two strings a hair apart: partials slightly sharp, the high ones dying first. */
function struckString(into: Float32Array, rate: number, sound: Sound): void {
  const base = hertzOf(sound.midi);
  const sustain = Math.min(6, 3.2 * (261.6 / base) ** 0.55);
  const start = Math.round(sound.at * rate);
  const length = Math.min(into.length - start, Math.round((sound.seconds + 0.9) * rate));

  for (let k = 1; k <= 14; k += 1) {
    const hertz = base * k * Math.sqrt(1 + 0.00035 * k * k);
    if (hertz > rate * 0.42) break;
    const strike = Math.abs(Math.sin((Math.PI * k) / 8.3)) + 0.12;
    const level = (sound.loud * 0.34 * strike * Math.exp(-k * (0.36 - 0.16 * sound.loud))) / k ** 0.45;
    const decay = sustain / (1 + 0.32 * (k - 1));
    for (const cents of [-0.6, 0.7]) {
      ringOut(into, { start, length, rate, level, decay, held: sound.seconds, hertz: hertz * 2 ** (cents / 1200) });
    }
  }
  addNoise(into, rate, { start, seconds: 0.03, level: sound.loud * 0.03, seed: sound.midi });
}

type Ring = { start: number; length: number; rate: number; level: number; decay: number; held: number; hertz: number };

/** One partial: bright at once, long in dying, damped on release. Stepped, not computed: there are millions of samples. */
function ringOut(into: Float32Array, ring: Ring): void {
  const { start, length, rate, level, decay, held, hertz } = ring;
  const turn = (2 * Math.PI * hertz) / rate;
  const twice = 2 * Math.cos(turn);
  const [fastStep, slowStep, offStep] = [decay * 0.38, decay * 1.7, 0.13].map((seconds) => Math.exp(-1 / (seconds * rate)));
  let [fast, slow, off] = [0.68 * level, 0.32 * level, 1];
  let now = 0;
  let before = -Math.sin(turn);
  for (let n = 0; n < length; n += 1) {
    add(into, start + n, (fast + slow) * off * Math.min(1, n / (0.005 * rate)) * now);
    [now, before] = [twice * now - before, now];
    fast *= fastStep ?? 0;
    slow *= slowStep ?? 0;
    if (n > held * rate) off *= offStep ?? 0;
  }
}

/** Karplus and Strong's string: a burst of soft noise running round a loop that loses its edge. */
function pluckedString(into: Float32Array, rate: number, sound: Sound): void {
  const period = rate / hertzOf(sound.midi) - 0.5;
  const whole = Math.floor(period);
  const part = period - whole;
  const loop = pluckShape(whole + 1, sound);
  const keep = 0.001 ** (1 / (hertzOf(sound.midi) * (2.2 + 330 / hertzOf(sound.midi))));
  const start = Math.round(sound.at * rate);
  const length = Math.min(into.length - start, Math.round((sound.seconds + 0.5) * rate));
  let last = 0;

  for (let n = 0; n < length; n += 1) {
    const here = n % loop.length;
    const next = loop[(here + 1) % loop.length] ?? 0;
    const now = (loop[here] ?? 0) * part + next * (1 - part);
    add(into, start + n, sound.loud * 0.9 * now * damped(n / rate, sound.seconds, 0.08));
    loop[here] = keep * (0.5 * now + 0.5 * last);
    last = now;
  }
}

/** Noise with its top taken off, and the dip that a finger near the bridge leaves. */
function pluckShape(size: number, sound: Sound): Float32Array {
  const random = seeded(sound.midi * 31 + 7);
  const raw = Float32Array.from({ length: size }, () => random() * 2 - 1);
  for (let pass = 0; pass < 3; pass += 1) {
    for (let n = 1; n < size; n += 1) raw[n] = 0.5 * (raw[n] ?? 0) + 0.5 * (raw[n - 1] ?? 0);
  }
  const offset = Math.max(1, Math.round(size * 0.21));
  const shaped = raw.map((value, n) => value - 0.8 * (raw[(n + offset) % size] ?? 0));
  const mean = shaped.reduce((sum, value) => sum + value, 0) / size;
  return shaped.map((value) => value - mean);
}

function bowedString(into: Float32Array, rate: number, sound: Sound): void {
  const body = [[285, 90, 1], [460, 120, 0.9], [1150, 350, 0.55], [2500, 700, 0.6]] as const;
  sustained(into, rate, sound, {
    partials: 18, attack: 0.1, release: 0.16, vibratoCents: 11, vibratoHertz: 5.4,
    gain: (hertz, k) => (0.5 / k) * (0.25 + resonance(hertz, body)),
  });
}

function sungVowel(into: Float32Array, rate: number, sound: Sound): void {
  const vowel = [[420, 110, 1], [860, 130, 0.55], [2450, 260, 0.12]] as const;
  sustained(into, rate, sound, {
    partials: 20, attack: 0.18, release: 0.25, vibratoCents: 16, vibratoHertz: 5,
    gain: (hertz, k) => (0.75 / k ** 0.8) * (0.03 + resonance(hertz, vowel)),
  });
}

function droneString(into: Float32Array, rate: number, sound: Sound): void {
  sustained(into, rate, sound, {
    partials: 9, attack: 1.2, release: 1.4, vibratoCents: 2, vibratoHertz: 0.23,
    gain: (_hertz, k) => 0.34 / k ** 1.5,
  });
}

type Sustain = {
  partials: number;
  attack: number;
  release: number;
  vibratoCents: number;
  vibratoHertz: number;
  gain(hertz: number, partial: number): number;
};

function sustained(into: Float32Array, rate: number, sound: Sound, how: Sustain): void {
  const base = hertzOf(sound.midi);
  const start = Math.round(sound.at * rate);
  const length = Math.min(into.length - start, Math.round((sound.seconds + how.release) * rate));
  const gains: number[] = [];
  for (let k = 1; k <= how.partials && base * k < rate * 0.42; k += 1) gains.push(how.gain(base * k, k));

  let phase = 0;
  for (let n = 0; n < length; n += 1) {
    const t = n / rate;
    const settled = Math.min(1, Math.max(0, (t - 0.22) / 0.4));
    const bend = how.vibratoCents * settled * Math.sin(2 * Math.PI * how.vibratoHertz * t);
    phase += (2 * Math.PI * base * 2 ** (bend / 1200)) / rate;
    const rise = Math.min(1, t / how.attack);
    const fall = t > sound.seconds ? Math.max(0, 1 - (t - sound.seconds) / how.release) : 1;
    // The partials are whole multiples, so each sine follows from the two before it.
    const twice = 2 * Math.cos(phase);
    let [sine, before, value] = [Math.sin(phase), 0, 0];
    for (const gain of gains) {
      value += gain * sine;
      [sine, before] = [twice * sine - before, sine];
    }
    add(into, start + n, sound.loud * 0.5 * value * rise * rise * (3 - 2 * rise) * fall * fall);
  }
}

function woodblock(into: Float32Array, rate: number, sound: Sound): void {
  const start = Math.round(sound.at * rate);
  const turn = (2 * Math.PI * hertzOf(sound.midi)) / rate;
  for (let n = 0; n < rate * 0.08; n += 1) {
    const t = n / rate;
    add(into, start + n, sound.loud * 0.5 * Math.exp(-t / 0.012) * (Math.sin(turn * n * 0.5) + 0.5 * Math.sin(turn * n * 0.83)));
  }
}

function handclap(into: Float32Array, rate: number, sound: Sound): void {
  const start = Math.round(sound.at * rate);
  for (const [delay, level] of [[0, 0.5], [0.009, 0.6], [0.019, 1]] as const) {
    addNoise(into, rate, { start: start + Math.round(delay * rate), seconds: 0.11, level: sound.loud * 0.6 * level, seed: 11 });
  }
}

/** A skin that is struck: its pitch falls within a few hundredths of a second. */
function kickDrum(into: Float32Array, rate: number, sound: Sound): void {
  const start = Math.round(sound.at * rate);
  const floor = hertzOf(sound.midi) / 5.7;
  let phase = 0;
  for (let n = 0; n < rate * 0.42; n += 1) {
    const t = n / rate;
    phase += (2 * Math.PI * (floor + 2 * floor * Math.exp(-t / 0.028))) / rate;
    add(into, start + n, sound.loud * Math.sin(phase) * Math.min(1, n / (0.002 * rate)) * Math.exp(-t / 0.13));
  }
}

/** The difference of neighbouring noise: all top, no body. */
function hiHat(into: Float32Array, rate: number, sound: Sound): void {
  const random = seeded(sound.midi * 17 + 3);
  const start = Math.round(sound.at * rate);
  let before = 0;
  for (let n = 0; n < rate * 0.07; n += 1) {
    const now = random() * 2 - 1;
    add(into, start + n, sound.loud * 0.3 * (now - before) * Math.exp(-n / (0.02 * rate)));
    before = now;
  }
}

/** A small bell of tin: partials that are no multiples of each other. */
function stopBell(into: Float32Array, rate: number, sound: Sound): void {
  const start = Math.round(sound.at * rate);
  const turn = (2 * Math.PI * hertzOf(sound.midi)) / rate;
  for (let n = 0; n < rate * 1.1; n += 1) {
    const t = n / rate;
    const ring = Math.sin(turn * n) * Math.exp(-t / 0.35) + 0.5 * Math.sin(turn * 2.76 * n) * Math.exp(-t / 0.16) + 0.25 * Math.sin(turn * 4.1 * n) * Math.exp(-t / 0.08);
    add(into, start + n, sound.loud * 0.4 * ring);
  }
}

function addNoise(into: Float32Array, rate: number, burst: { start: number; seconds: number; level: number; seed: number }): void {
  const random = seeded(burst.seed);
  let low = 0;
  let lower = 0;
  for (let n = 0; n < rate * burst.seconds; n += 1) {
    low += 0.32 * (random() * 2 - 1 - low);
    lower += 0.06 * (low - lower);
    add(into, burst.start + n, burst.level * (low - lower) * 2 * Math.exp((-5 * n) / (rate * burst.seconds)));
  }
}

function resonance(hertz: number, peaks: readonly (readonly [number, number, number])[]): number {
  return peaks.reduce((sum, [centre, width, height]) => sum + height / (1 + ((hertz - centre) / width) ** 2), 0);
}

function damped(t: number, held: number, fall: number): number {
  return t > held ? Math.exp(-(t - held) / fall) : 1;
}

function add(into: Float32Array, index: number, value: number): void {
  if (index < into.length) into[index] = (into[index] ?? 0) + value;
}

/** Park and Miller's generator: noise that is the same on every machine. */
function seeded(seed: number): () => number {
  let state = (seed * 48271 + 1) % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
