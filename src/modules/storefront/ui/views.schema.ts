/** What the blocks of a page are given besides their own words. Everything is ready to show. */

export type PictureView = { url: string; alt: string; caption?: string }

export type PersonView = { id: string; name: string; title: string | null; bio: string | null }

/** A press in the head of the page: where it leads, and what it says. */
export type ActionView = { href: string; label: string; isMain: boolean }

/** What a form got back: beside which field, and what was typed. */
export type FormFaultsView = { fieldErrors: Record<string, string>; values: Record<string, string>; formError: string | null } | undefined
