import { ellipse, n } from './shapes.ts';

/** A pen stroke: points of cubic curves, with the pen's width at each knot. Units are staff spaces. */
type PenStroke = { from: Point; width: number; curves: { to: [Point, Point, Point]; width: number }[] };
type Point = readonly [number, number];

/** The G clef; the origin is where its curl meets the G line. */
const trebleStroke: PenStroke = {
  from: [0.12, 0.5], width: 0.1,
  curves: [
    { to: [[-0.5, 0.4], [-0.62, -0.62], [0.22, -0.74]], width: 0.34 },
    { to: [[0.98, -0.84], [1.36, 0.22], [0.82, 0.72]], width: 0.2 },
    { to: [[0.16, 1.28], [-1.28, 0.98], [-1.34, -0.22]], width: 0.42 },
    { to: [[-1.38, -1.3], [0.1, -1.86], [0.52, -2.9]], width: 0.3 },
    { to: [[0.78, -3.56], [0.66, -4.4], [0.38, -4.42]], width: 0.12 },
    { to: [[0.02, -4.44], [-0.24, -3.5], [-0.1, -2.7]], width: 0.16 },
    { to: [[0.06, -1.7], [0.3, 0.1], [0.5, 1.4]], width: 0.14 },
    { to: [[0.66, 2.4], [0.1, 2.72], [-0.34, 2.56]], width: 0.12 },
    { to: [[-0.62, 2.44], [-0.72, 2.2], [-0.62, 1.98]], width: 0.1 },
  ],
};

/** The F clef; the origin is on the F line. */
const bassStroke: PenStroke = {
  from: [-0.86, 0.1], width: 0.12,
  curves: [
    { to: [[-0.98, -0.62], [-0.46, -1.02], [0.1, -1.0]], width: 0.16 },
    { to: [[0.86, -0.98], [1.16, -0.4], [1.04, 0.28]], width: 0.46 },
    { to: [[0.86, 1.3], [-0.1, 2.1], [-1.1, 2.56]], width: 0.04 },
  ],
};

/** The outline of a clef with its origin at (x, y); `space` is the distance of two staff lines. */
export function clefPath(kind: 'treble' | 'bass', x: number, y: number, space: number): string {
  const dot = (px: number, py: number, r: number) => ellipse(x + px * space, y + py * space, r * space, r * space);
  if (kind === 'treble') return penPath(trebleStroke, x, y, space) + dot(-0.36, 2.08, 0.3);

  return penPath(bassStroke, x, y, space) + dot(-0.58, 0.04, 0.32) + dot(1.72, -0.5, 0.19) + dot(1.72, 0.5, 0.19);
}

/** Walks the stroke and lays the pen's two edges beside it. */
function penPath(stroke: PenStroke, x: number, y: number, space: number): string {
  const left: string[] = [];
  const right: string[] = [];
  let from = stroke.from;
  let width = stroke.width;

  for (const curve of stroke.curves) {
    const steps = 14;
    for (let step = 0; step <= steps; step += 1) {
      const t = step / steps;
      const [point, slope] = onCurve(from, curve.to, t);
      const half = (width + (curve.width - width) * (t * t * (3 - 2 * t))) / 2;
      const size = Math.hypot(slope[0], slope[1]) || 1;
      const side: Point = [(-slope[1] / size) * half, (slope[0] / size) * half];
      left.push(`${n(x + (point[0] + side[0]) * space)} ${n(y + (point[1] + side[1]) * space)}`);
      right.push(`${n(x + (point[0] - side[0]) * space)} ${n(y + (point[1] - side[1]) * space)}`);
    }
    from = curve.to[2];
    width = curve.width;
  }
  // Quadrilaterals rather than one outline: where the stroke crosses itself, nothing is cut out.
  return left
    .slice(1)
    .map((point, i) => `M${left[i]}L${point}L${right[i + 1]}L${right[i]}Z`)
    .join('');
}

function onCurve(p0: Point, [p1, p2, p3]: [Point, Point, Point], t: number): [Point, Point] {
  const u = 1 - t;
  const mix = (i: 0 | 1) => u ** 3 * p0[i] + 3 * u * u * t * p1[i] + 3 * u * t * t * p2[i] + t ** 3 * p3[i];
  const slope = (i: 0 | 1) => 3 * u * u * (p1[i] - p0[i]) + 6 * u * t * (p2[i] - p1[i]) + 3 * t * t * (p3[i] - p2[i]);
  return [[mix(0), mix(1)], [slope(0), slope(1)]];
}
