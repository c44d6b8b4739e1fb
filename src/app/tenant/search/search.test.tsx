import { describe, expect, it } from 'vitest'
import { drawSocialPicture } from '#modules/storefront/index.ts'
import { pageMeta } from '../catalog/page-meta.ts'
import { courseArt, schoolArt, socialColours } from './social-art.tsx'
import { courseData, schoolData } from './structured-data.ts'

const brand = '#96372f'
const picture = { title: 'Learn an instrument from people who play one.', schoolName: 'Melódia Ōsaka', line: 'A music school in Lisbon.', colours: socialColours(brand), art: schoolArt('music-school', brand) }

describe('the social picture', () => {
  it('is a PNG of the size that networks ask for, and another one for other words', async () => {
    const { png, etag } = await drawSocialPicture(picture)
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    const other = await drawSocialPicture({ ...picture, title: 'Another' })
    expect(other.etag).not.toBe(etag)
    expect(other.png.equals(png)).toBe(false)
  })

  it('is drawn once for a crowd', async () => {
    const [one, ...others] = await Promise.all(Array.from({ length: 20 }, () => drawSocialPicture({ ...picture, title: 'A crowd' })))
    for (const other of others) expect(other.png).toBe(one?.png)
  })

  it.each(['', '<script>&"', 'Ж中文 עברית 🎻', 'x'.repeat(400)])('stands whatever a school is called: %s', async (title) => {
    const { png } = await drawSocialPicture({ ...picture, title, schoolName: title, line: title })
    expect(png.readUInt32BE(16)).toBe(1200)
  })

  it('has drawings in plain colours, for schools and courses of each subject', () => {
    for (const subject of ['piano', 'guitar', 'voice', 'violin', 'drums', 'theory', null]) expect(courseArt({ id: 'c', subject }, { preset: 'music-school', brand })).not.toMatch(/var\(|oklch|class=/)
    for (const preset of ['music-school', 'yoga-studio']) expect(schoolArt(preset, brand)).not.toMatch(/var\(|oklch|class=/)
  })
})

describe('what search engines are told', () => {
  const school = { name: 'Melody', url: 'https://melody.example/' }
  const course = { title: 'Piano', summary: null, url: 'https://melody.example/courses/piano', imageUrl: 'https://melody.example/courses/piano/social.png', teacherName: 'Inês', school }

  it('is what a course costs, or that it is free, or nothing where it is not on sale', () => {
    expect(courseData({ ...course, price: { kind: 'paid', cents: 8950, currency: 'EUR' } })).toMatchObject({ '@type': 'Course', offers: { price: '89.50', priceCurrency: 'EUR' }, provider: { name: 'Melody' } })
    expect(courseData({ ...course, price: { kind: 'free' } })).toMatchObject({ offers: { price: '0', category: 'Free' } })
    expect(courseData({ ...course, price: { kind: 'none' } })).not.toHaveProperty('offers')
  })

  it('says of a school what it has, and of a hidden page that it is not to be listed', () => {
    expect(schoolData({ ...school, description: null, logoUrl: null })).toEqual({ '@context': 'https://schema.org', '@type': 'EducationalOrganization', name: 'Melody', url: school.url })
    const meta = pageMeta({ title: 'Piano', description: null, url: course.url, siteName: 'Melody', imageUrl: course.imageUrl, isHidden: true })
    expect(meta).toContainEqual({ name: 'robots', content: 'noindex' })
    expect(meta).toContainEqual({ property: 'og:image', content: course.imageUrl })
    expect(meta).toContainEqual({ tagName: 'link', rel: 'canonical', href: course.url })
  })
})
