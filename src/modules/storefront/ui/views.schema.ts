import type { ReactNode } from 'react'
import type { Block } from '../blocks/blocks.schema.ts'

/** What the blocks of a page are given besides their own words. Everything is ready to show. */

export type PictureView = { url: string; alt: string; caption?: string }

/** Something that a profile says: a name, and words or figures. */
export type PersonFactView = { label: string; value: string }

export type PersonView = {
  id: string
  name: string
  title: string | null
  bio: string | null
  /** The kind of profile in words, such as Loan officer; null where they have none. */
  kind?: string | null
  /** What the profile says, the figure that counts most first. */
  facts?: readonly PersonFactView[]
}

/** A press in the head of the page: where it leads, and what it says. */
export type ActionView = { href: string; label: string; isMain: boolean }

/** A subject that is taught here, with how many courses of it there are, in words. */
export type SubjectView = { name: string; count: string; href: string }

/** What an opening is given, whichever layout it has. */
export type HeroView = {
  anchor: string
  layout: Block<'hero'>['layout']
  title: string
  text: string
  actions: readonly ActionView[]
  /** Null where the school has none; the program draws one where the layout needs it. */
  picture: PictureView | null
  preset: string
  schoolName: string
  /** Drawings take their hue from it. */
  brand: string
  /** A quiet line under the buttons. */
  facts?: ReactNode
  subjects?: readonly SubjectView[]
  people?: readonly PersonView[]
  /** Whether each of them stands further down under `person-<id>`. */
  arePeopleBelow?: boolean
  /** Only one heading of a page is its first. */
  level?: 'h1' | 'h2'
}

/** What a form got back: beside which field, and what was typed. */
export type FormFaultsView = { fieldErrors: Record<string, string>; values: Record<string, string>; formError: string | null } | undefined
