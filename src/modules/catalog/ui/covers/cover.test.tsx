import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Cover } from '../cover.tsx'
import { motifsFor } from './motifs.ts'

const subjects = ['piano', 'guitar', 'voice', 'violin', 'drums', 'theory', 'ear', 'composition', 'yin yoga', 'meditation', 'breath', 'mobility', 'bookkeeping']
const draw = (courseId: string, subject: string | null, brand = '#96372f') =>
  renderToStaticMarkup(<Cover courseId={courseId} subject={subject} brand={brand} />)

describe('a drawn cover', () => {
  it('is the same for the same course, every time', () => {
    for (const subject of subjects) expect(draw('a', subject)).toBe(draw('a', subject))
  })

  it('differs between courses of one subject', () => {
    const drawn = new Set(Array.from({ length: 12 }, (_, index) => draw(`course-${index}`, 'piano')))

    expect(drawn.size).toBe(12)
  })

  it('takes its hue from the school’s colour', () => {
    expect(draw('a', 'piano', '#96372f')).not.toBe(draw('a', 'piano', '#2563eb'))
  })

  it('finds the subject in free words', () => {
    expect(motifsFor('Jazz piano, beginners').turn).toBe('piano')
    expect(motifsFor('String ensemble').turn).toBe('violin')
    expect(motifsFor('Bass guitar').turn).toBe('guitar')
    expect(motifsFor('Ear training').turn).toBe('ear')
    expect(motifsFor('Beat making').turn).toBe('drums')
    expect(motifsFor('Learning to bake').turn).toBeNull()
  })

  it('draws what a yoga studio teaches differently for each subject', () => {
    const drawn = ['yoga', 'yin yoga', 'meditation', 'mobility', 'breath'].flatMap((subject) => motifsFor(subject).motifs)
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  it('has at least ten motifs in all', () => {
    expect(new Set(subjects.flatMap((subject) => motifsFor(subject).motifs)).size).toBeGreaterThanOrEqual(10)
  })

  it('draws numbers only, for every subject and many courses', () => {
    for (const subject of [...subjects, null]) {
      for (let index = 0; index < 40; index += 1) expect(draw(`c${index}`, subject)).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})
