/**
 * What a drawing is made of, before it is known whether it becomes a page or a
 * frame. Coordinates run right and down, in the units of the surface.
 */
export type Shape =
  | { path: string; fill?: Ink; stroke?: Ink; width?: number; opacity?: number; roundCap?: boolean }
  | {
      text: string;
      x: number;
      y: number;
      size: number;
      face: Face;
      ink: Ink;
      anchor?: 'start' | 'middle' | 'end';
      opacity?: number;
    };

/** Inks have names; each surface says which colour they are on it. */
export type Ink = 'ink' | 'soft' | 'line' | 'brand' | 'tint' | 'paper';

export type Face = 'display' | 'sans' | 'bold' | 'numeral';

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${n(x)} ${n(y)}L${n(x + width)} ${n(y)}L${n(x + width)} ${n(y + height)}L${n(x)} ${n(y + height)}Z`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;
}

/** An ellipse of four curves, turned by `tilt` radians. */
export function ellipse(x: number, y: number, rx: number, ry: number, tilt = 0): string {
  const k = 0.5523;
  const at = (px: number, py: number) =>
    `${n(x + px * rx * Math.cos(tilt) - py * ry * Math.sin(tilt))} ${n(y + px * rx * Math.sin(tilt) + py * ry * Math.cos(tilt))}`;
  return (
    `M${at(1, 0)}C${at(1, k)} ${at(k, 1)} ${at(0, 1)}C${at(-k, 1)} ${at(-1, k)} ${at(-1, 0)}` +
    `C${at(-1, -k)} ${at(-k, -1)} ${at(0, -1)}C${at(k, -1)} ${at(1, -k)} ${at(1, 0)}Z`
  );
}

/** Two decimals are finer than any screen or printer, and keep files small. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
