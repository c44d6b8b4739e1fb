import { AlignLeft, CalendarDays, CirclePlay, GraduationCap, Images, Mail, Megaphone, MessageSquareQuote, Package, TextQuote, UsersRound, type LucideIcon } from 'lucide-react'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import type { Block, BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { siteBlockWords } from '../../words/site-block-words.ts'
import { siteWords } from '../../words/site-words.ts'

interface KindWords {
  label: string
  icon: LucideIcon
  /** What it is for, before somebody adds it. */
  hint: string
  layouts: Record<string, { label: string; hint: string }>
}

const icons: Record<BlockKind, LucideIcon> = {
  hero: Megaphone,
  about: TextQuote,
  courses: GraduationCap,
  products: Package,
  people: UsersRound,
  schedule: CalendarDays,
  testimonials: MessageSquareQuote,
  text: AlignLeft,
  gallery: Images,
  contact: Mail,
  embed: CirclePlay,
}

/** What the editor calls a kind of block and its layouts. */
export function kindWords(kind: BlockKind): KindWords {
  return { ...siteBlockWords().kinds[kind], icon: icons[kind] }
}

/** The same where a page shows it: the block of courses is called as the school calls its courses. */
export function useBlockWords(): (kind: BlockKind) => KindWords {
  const { course } = useWording()
  return (kind) => (kind === 'courses' ? { ...kindWords(kind), label: capital(course.many) } : kindWords(kind))
}

/** Why a block is not shown to visitors as it stands; null where it is. */
export function whyEmpty(block: Block, facts: { peopleCount: number; hasProducts: boolean }): string | null {
  const words = siteWords()
  switch (block.kind) {
    case 'about':
    case 'text':
      return block.html ? null : words.noTextYet
    case 'schedule':
    case 'testimonials':
    case 'gallery':
      return block.items.length > 0 ? null : { schedule: words.noRowsYet, testimonials: words.noVoicesYet, gallery: words.noPicturesYet }[block.kind]
    case 'embed':
      return block.address ? null : words.noAddressYet
    case 'people':
      return facts.peopleCount > 0 ? null : words.nobodyShown
    case 'products':
      return facts.hasProducts ? null : words.noProductsYet
    case 'hero':
    case 'courses':
    case 'contact':
      return null
  }
}

/** A deed such as `move courses`, as a button names it: "moving Courses". */
export function deedInWords(deed: string): string {
  const [verb = '', kind = ''] = /^(bring back|\w+) ?(.*)$/.exec(deed)?.slice(1) ?? []
  const words = siteBlockWords()
  const verbs: Record<string, string> = words.verbs
  const label = kind === 'head' ? siteWords().wordsForSearch : Object.hasOwn(icons, kind) ? kindWords(kind as BlockKind).label : ''
  return words.deed(verbs[verb] ?? verb, label)
}
