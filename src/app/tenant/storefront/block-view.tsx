import { Fragment } from 'react'
import { courseHref, schoolLinks } from '#modules/catalog/ui/school-links.ts'
import { kindWordsOf } from '#modules/catalog/ui/words/kind-words.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { embedOf } from '#modules/storefront/blocks/embed.schema.ts'
import { About } from '#modules/storefront/ui/about.tsx'
import { Contact } from '#modules/storefront/ui/contact.tsx'
import { Gallery } from '#modules/storefront/ui/gallery.tsx'
import { Hero } from '#modules/storefront/ui/hero.tsx'
import { People } from '#modules/storefront/ui/people.tsx'
import { PlayerEmbed } from '#modules/storefront/ui/player-embed.tsx'
import { Schedule } from '#modules/storefront/ui/schedule.tsx'
import { Testimonials } from '#modules/storefront/ui/testimonials.tsx'
import { Text } from '#modules/storefront/ui/text.tsx'
import type { ActionView, PictureView, SubjectView } from '#modules/storefront/ui/views.schema.ts'
import { headingOf } from './block-words.ts'
import { CoursesBlock } from './courses-block.tsx'
import { ProductsBlock } from './products-block.tsx'
import type { StorefrontData } from './load-storefront.ts'
import { storefrontWords } from '../../words/storefront-words.ts'

/** What the page knows besides the block itself. */
export type Front = Omit<StorefrontData, 'meta'>

type BlockViewProps<Shown extends Block = Block> = { block: Shown; anchor: string; /** It carries the first heading of the page. */ isHead: boolean; front: Front; anchors: readonly string[] }

/** One block as visitors see it; nothing where there is nothing to show yet. */
export function BlockView({ block, anchor, isHead, front, anchors }: BlockViewProps) {
  const title = headingOf(block, { schoolName: front.page.school.name, preset: front.page.school.preset, courseCount: front.courseCount, peopleCount: front.people.length })
  switch (block.kind) {
    case 'hero':
      return <HeroBlock block={block} anchor={anchor} isHead={isHead} front={front} anchors={anchors} title={title} />
    case 'about':
      return block.html ? <About anchor={anchor} layout={block.layout} title={title} html={block.html} picture={pictureOf(block, front)} /> : null
    case 'courses':
      return <CoursesBlock block={block} anchor={anchor} title={title} front={front} />
    case 'products':
      return front.products.length > 0 ? <ProductsBlock block={block} anchor={anchor} title={title} front={front} /> : null
    case 'people':
      return front.people.length > 0 ? <People anchor={anchor} layout={block.layout} title={title} people={front.people} brand={front.page.school.brand} /> : null
    case 'schedule':
      return <Schedule anchor={anchor} layout={block.layout} title={title} text={block.text} rows={block.items} locale={front.page.school.locale} timeZone={front.timeZone} />
    case 'testimonials':
      return <Testimonials anchor={anchor} layout={block.layout} title={title} items={block.items} />
    case 'text':
      return block.html ? <Text anchor={anchor} layout={block.layout} title={title} html={block.html} /> : null
    case 'gallery': {
      const pictures = block.items.flatMap(({ fileId, alt, caption }) => (front.pictures[fileId] ? [{ url: front.pictures[fileId], alt, caption }] : []))
      return pictures.length > 0 ? <Gallery anchor={anchor} layout={block.layout} title={title} pictures={pictures} /> : null
    }
    case 'contact':
      return <Contact anchor={anchor} layout={block.layout} title={title} text={block.text} action={`${front.page.base}/contact`} schoolName={front.page.school.name} />
    case 'embed': {
      const embed = embedOf(block.address)
      return embed ? <PlayerEmbed anchor={anchor} layout={block.layout} title={title} text={block.text} embed={embed} /> : null
    }
  }
}

function HeroBlock({ block, anchor, isHead, front, anchors, title }: BlockViewProps<Block<'hero'>> & { title: string }) {
  const { page, courseCount, people } = front
  const kind = kindWordsOf(page.school.preset)
  const facts = [
    { href: anchors.includes('courses') ? '#courses' : schoolLinks(page).courses, words: courseCount > 0 ? kind.courseCount(courseCount) : '' },
    { href: anchors.includes('teachers') ? '#teachers' : '', words: people.length > 0 ? kind.teacherCount(people.length) : '' },
  ].filter(({ words, href }) => words !== '' && href !== '')

  return (
    <Hero
      anchor={anchor}
      layout={block.layout}
      title={title}
      text={block.text || (isHead ? (page.school.tagline ?? '') : '')}
      actions={actionsOf(block, front, anchors)}
      picture={pictureOf(block, front)}
      preset={page.school.preset}
      schoolName={page.school.name}
      brand={page.school.brand}
      subjects={subjectsOf(front)}
      people={people}
      arePeopleBelow={front.blocks.some((other) => other.kind === 'people' && other.layout === 'portraits')}
      level={isHead ? 'h1' : 'h2'}
      facts={
        facts.length === 0 ? null : facts.map(({ href, words }, index) => (
          <Fragment key={href}>
            {index > 0 ? ' · ' : null}
            <a href={href} className="touch hover:text-ink">
              {words}
            </a>
          </Fragment>
        ))
      }
    />
  )
}

/** No button promises what is not there: no courses, no way to them; no form, no way to write. */
function actionsOf(block: Block<'hero'>, { page, courses, courseCount }: Front, anchors: readonly string[]): ActionView[] {
  const { viewer, base } = page
  const to = schoolLinks(page)
  const words = storefrontWords()
  const kind = kindWordsOf(page.school.preset)
  const free = courses.find((course) => course.price.kind === 'free' && !course.enrolled)
  const actions: Omit<ActionView, 'isMain'>[] = []
  if (viewer) actions.push({ href: to.library, label: kind.goToMyCourses })
  if (block.action === 'contact' && anchors.includes('contact')) actions.push({ href: '#contact', label: words.writeToUs })
  if (block.action === 'courses' && courseCount > 0) {
    const isAllHere = anchors.includes('courses') && courseCount <= 6
    actions.push({ href: isAllHere ? '#courses' : to.courses, label: courseCount === 1 ? kind.seeTheCourse : kind.seeTheCourses })
  }
  if (block.action === 'courses' && free && !viewer) actions.push({ href: courseHref(base, free.slug), label: words.tryAFreeOne })
  return actions.map((action, index) => ({ ...action, isMain: index === 0 }))
}

/** What is taught here, in the order of the shelf, with how much of it there is. */
function subjectsOf({ page, courses }: Front): SubjectView[] {
  const counts = new Map<string, number>()
  for (const { subject } of courses) if (subject) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  return [...counts].slice(0, 7).map(([name, count]) => ({
    name,
    count: kindWordsOf(page.school.preset).courseCount(count),
    href: `${schoolLinks(page).courses}?subject=${encodeURIComponent(name)}`,
  }))
}

function pictureOf({ picture, pictureAlt }: Pick<Block<'hero'>, 'picture' | 'pictureAlt'>, { pictures }: Front): PictureView | null {
  const url = pictures[picture]
  return url ? { url, alt: pictureAlt } : null
}
