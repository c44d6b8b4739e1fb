import { expect, it } from 'vitest'
import { polyline } from './polyline.ts'

it('a line is written as steps that end where its points are, however many are rounded', () => {
  expect(polyline([[0, 10], [10, 12.5], [20, 7.04]])).toBe('M0 10l10 2.5 10 -5.5')
  const [start = [], steps = []] = polyline(Array.from({ length: 100 }, (_, index) => [index, index / 3])).slice(1).split('l').map((part) => part.split(' ').map(Number))
  const end = steps.reduce((sum, step, index) => (index % 2 === 0 ? sum : sum + step), start[1] ?? NaN)
  expect(end).toBeCloseTo(33, 6)
})
