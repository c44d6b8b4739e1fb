import { engrave, type DrawnNote, type Staff } from '../engrave.ts';
import { readLine } from '../score.ts';
import { shapesToSvg } from '../shapes-to-svg.ts';
import { saidAt } from '../clip-scene.ts';

export type StripPage = { staff: Staff; fromBeat: number };

/** The system of the moment, the note that sounds in coral. `beat` is counted from the clip's start. */
export function staffStrip(pages: StripPage[], beat: number, place = { x: 60, y: 168, width: 840, space: 12 }): string {
  const page = saidAt(pages.map((each) => ({ ...each, from: each.fromBeat })), beat) ?? pages[0];
  if (!page) return '';

  const starts = noteStarts(page.staff.music);
  const inkOf = (drawn: DrawnNote) => {
    const start = starts[drawn.bar]?.[drawn.index] ?? 0;
    const since = beat - page.fromBeat - start;
    if (since >= -0.02 && since < drawn.note.beats - 0.04 && drawn.note.pitches.length) return 'brand';
    return since > 0 ? 'soft' : 'ink';
  };
  return shapesToSvg(engrave(page.staff, place, inkOf));
}

function noteStarts(music: string): number[][] {
  let beat = 0;
  return readLine(music).map((bar) =>
    bar.map((note) => {
      const start = beat;
      beat += note.beats;
      return start;
    }),
  );
}
