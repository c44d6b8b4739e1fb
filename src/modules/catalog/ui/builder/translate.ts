/** How far a dragged thing has come, as a style. */
export function translate(transform: { x: number; y: number } | null): string | undefined {
  return transform ? `translate3d(${Math.round(transform.x)}px, ${Math.round(transform.y)}px, 0)` : undefined
}
