export type NeckString = { y: number; width: number; name: string };

/** A finger on a string, or an open string that sounds. `x` is where it is stopped. */
export type Stop = { string: number; x: number; label: string; lit: number; since: number; isOpen: boolean };

const warmWhite = 'oklch(0.95 0.006 80)';
const coral = 'oklch(0.78 0.12 40)';
const soft = 'oklch(0.74 0.012 60)';

/** A fingerboard seen from above: nut at the left, lines across (frets, or tapes), strings that blur when they sound. */
export function drawNeck(neck: { left: number; right: number; strings: NeckString[]; across: number[]; isFretted: boolean }, stops: Stop[]): string {
  const { left, right, strings, across, isFretted } = neck;
  const top = (strings[0]?.y ?? 0) - 22;
  const bottom = (strings.at(-1)?.y ?? 0) + 22;
  const board = `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="oklch(0.27 0.03 45)"/>`;
  const lines = across
    .map((x) => `<path d="M${x} ${top}V${bottom}" stroke="oklch(0.62 0.03 60)" stroke-width="${isFretted ? 3 : 1.6}"${isFretted ? '' : ' stroke-dasharray="5 6"'} opacity="0.75"/>`)
    .join('');
  const nut = `<rect x="${left - 9}" y="${top}" width="9" height="${bottom - top}" fill="${warmWhite}"/>`;
  const drawn = strings.map((string, index) => drawString(string, { left, right }, stops.find((stop) => stop.string === index && stop.lit > 0.02)));
  const fingers = stops.filter((stop) => !stop.isOpen).map((stop) => drawFinger(stop, strings[stop.string]?.y ?? 0));
  return board + lines + nut + drawn.join('') + fingers.join('');
}

function drawString({ y, width, name }: NeckString, { left, right }: { left: number; right: number }, stop: Stop | undefined): string {
  const label = `<text x="${left - 30}" y="${y + 6}" font-family="Inter Variable" font-size="17" font-weight="${stop ? 600 : 450}" text-anchor="middle" fill="${stop ? coral : soft}">${name}</text>`;
  const still = `<path d="M${left} ${y}H${right}" stroke="oklch(0.86 0.02 70)" stroke-width="${width}"/>`;
  if (!stop) return label + still;

  const from = stop.isOpen ? left : stop.x;
  const swing = 9 * stop.lit * Math.exp(-stop.since / 1.1);
  const lens = `<path d="M${from} ${y}Q${(from + right) / 2} ${y - swing} ${right} ${y}Q${(from + right) / 2} ${y + swing} ${from} ${y}Z" fill="${coral}" opacity="0.45"/>`;
  const line = `<path d="M${from} ${y}H${right}" stroke="${coral}" stroke-width="${width + 0.8}" opacity="${stop.lit.toFixed(2)}"/>`;
  return label + still + lens + line;
}

function drawFinger({ x, label, lit }: Stop, y: number): string {
  return (
    `<circle cx="${x - 24}" cy="${y}" r="17" fill="${warmWhite}"/>` +
    `<circle cx="${x - 24}" cy="${y}" r="17" fill="${coral}" opacity="${lit.toFixed(2)}"/>` +
    `<text x="${x - 24}" y="${y + 6.5}" font-family="Inter Variable" font-size="18" font-weight="600" text-anchor="middle" fill="oklch(0.23 0.02 40)">${label}</text>`
  );
}
