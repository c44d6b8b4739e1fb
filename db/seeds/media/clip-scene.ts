import type { Sound } from './sounds.ts';

export type Caption = { from: number; to: number; text: string };

/** A clip before it is filmed: what sounds, and what is to be seen at any moment. */
export type ClipScene = {
  name: string;
  seconds: number;
  sounds: Sound[];
  captions: Caption[];
  /** The inside of a 960 × 540 SVG at that second. */
  draw(at: number): string;
};

export const stageSize = { width: 960, height: 540, framesPerSecond: 25 };

/** How lit each sounding key is at a moment, from 0 to 1: a quick rise, a slow glow, a short fall. */
export function litKeys(sounds: Sound[], at: number): Map<number, number> {
  const lit = new Map<number, number>();
  for (const sound of sounds) {
    const since = at - sound.at;
    const until = sound.at + sound.seconds - at;
    if (since < 0 || until < -0.16 || sound.voice === 'click') continue;
    const strength = Math.min(1, (since + 0.03) / 0.09) * (0.82 + 0.18 * Math.exp(-since / 0.4)) * Math.min(1, 1 + until / 0.16);
    lit.set(sound.midi, Math.max(lit.get(sound.midi) ?? 0, strength));
  }
  return lit;
}

/** The title of the stage, in Melody's display face. */
export function stageTitle(text: string, y = 84): string {
  return `<text x="480" y="${y}" font-family="Fraunces Variable" font-size="34" font-weight="400" text-anchor="middle" fill="oklch(0.95 0.006 80)">${text}</text>`;
}

/** A quiet line under the title. */
export function stageNote(text: string, y = 118): string {
  return `<text x="480" y="${y}" font-family="Inter Variable" font-size="16" text-anchor="middle" fill="oklch(0.74 0.012 60)">${text}</text>`;
}

/** The words of the moment: the last whose time has come. */
export function saidAt<T extends { from: number }>(moments: T[], at: number): T | undefined {
  return moments.findLast((moment) => moment.from <= at + 0.001);
}

/** WebVTT text of the captions. */
export function captionsVtt(captions: Caption[]): string {
  const clock = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
  const cues = captions.map(({ from, to, text }) => `${clock(from)} --> ${clock(to)}\n${text}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}
