/**
 * The path of a line through points, for the `d` of an SVG path, to a tenth of a unit. Each point is written as the way
 * from the one before: nearly equal steps pack to a fraction of what places would take.
 *
 * @param points at least one
 * @example
 * polyline([[0, 10], [10, 12.5]]) // 'M0 10l10 2.5'
 */
export function polyline(points: readonly (readonly [x: number, y: number])[]): string {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const)
  // Whole tenths, so that roundings do not add up.
  const steps = tenths.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = tenths[index] ?? [0, 0]
    return pair(x - fromX, y - fromY)
  })
  const [first] = tenths
  return `M${pair(...(first ?? [0, 0]))}${steps.length > 0 ? `l${steps.join(' ')}` : ''}`
}

function pair(x: number, y: number): string {
  return `${x / 10} ${y / 10}`
}
