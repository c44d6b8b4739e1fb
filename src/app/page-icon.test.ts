import { describe, expect, it } from 'vitest'
import { pageIcon } from './page-icon.ts'

const drawn = (icon: string) => decodeURIComponent(icon.replace('data:image/svg+xml,', ''))

describe('the sign of a page', () => {
  it('is the first letter of a school, and the installation’s own where there is none', () => {
    expect(drawn(pageIcon({ name: ' élan', brand: '#96372f' }))).toMatch(/>É<\/text>/)
    expect(drawn(pageIcon(null))).not.toContain('<text')
  })

  it('stays a drawing whatever a school is called and wears', () => {
    for (const name of ['<script>', '&', '', '𝄞 Clef', '"']) {
      const icon = pageIcon({ name, brand: 'red"/><script>' })
      expect(icon).not.toMatch(/["<>]/)
      expect(drawn(icon)).not.toContain('<script')
      expect(drawn(icon)).not.toMatch(/>[<&]<\/text>/)
    }
  })
})
