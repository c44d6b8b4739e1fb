import { renderToStaticMarkup } from 'react-dom/server'
import { brandTokens } from '#ui/brand/brand-tokens.ts'
import { css } from '#ui/brand/contrast.ts'
import { embedWords } from '../../words/embed-words.ts'

interface School {
  name: string
  brand: string
  /** The address by which it is found. */
  home: string
}

/** What another site pastes to show the school's first courses. */
export function listCode({ name, home }: School): string {
  return frame(`${home}/embed/courses`, embedWords().frameTitle(name), 640)
}

/** What another site pastes to show one course, and to have a button that leads to it. */
export function courseCodes({ brand, home }: School, { slug, title }: { slug: string; title: string }): { frame: string; button: string } {
  const { brand: ground, 'on-brand': ink } = brandTokens(brand, 'light')
  const path = `courses/${encodeURIComponent(slug)}`
  const style = { display: 'inline-block', padding: '12px 20px', borderRadius: 10, background: css(ground), color: css(ink), font: '600 16px system-ui, sans-serif', textDecoration: 'none' }
  const button = (
    <a href={`${home}/${path}`} target="_blank" rel="noopener" style={style}>
      {embedWords().buy(title)}
    </a>
  )
  return { frame: frame(`${home}/embed/${path}`, title, 420), button: renderToStaticMarkup(button) }
}

function frame(src: string, title: string, height: number): string {
  return renderToStaticMarkup(<iframe src={src} title={title} loading="lazy" style={{ width: '100%', height, border: 0 }} />)
}
