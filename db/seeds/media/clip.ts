import { readFile } from 'node:fs/promises';
import type { SeedMedia } from '../seed-content.ts';
import { allScenes } from './all-scenes.ts';
import { captionsVtt } from './clip-scene.ts';

export type ClipName = keyof typeof allScenes;

/** A filmed clip from `clips/`, with its captions. `make-clips.ts` is what filmed it. */
export function clip(name: ClipName): SeedMedia {
  const scene = allScenes[name];
  return {
    name: `${name}.webm`,
    mediaType: 'video/webm',
    durationSeconds: scene.seconds,
    captionsVtt: captionsVtt(scene.captions),
    // From the project's folder: the seed runs as a built program, whose own address says nothing of the sources.
    bytes: async () => new Uint8Array(await readFile(`db/seeds/media/clips/${name}.webm`)),
  };
}
