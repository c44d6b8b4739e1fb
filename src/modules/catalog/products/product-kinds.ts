/** What a product can be; kept equal to the check in the database by a test. */
export const productKinds = ['download', 'track', 'beat', 'stems', 'sample-pack', 'bundle', 'lead-magnet'] as const
export type ProductKind = (typeof productKinds)[number]

export const productStatuses = ['draft', 'published', 'unlisted'] as const
export type ProductStatus = (typeof productStatuses)[number]

/** All that is different between kinds of products. Whoever shows or sells one asks this table and not the kind. */
interface KindFace {
  label: string
  /** What a school makes with it, in a line. */
  hint: string
  /** Versions with files, or other things that are for sale. */
  holds: 'files' | 'parts'
  mayGiveKeys: boolean
  /** It has tempo, key, tags and a preview, and is sold by licences in place of one price. */
  isMusic: boolean
  /** It costs an e-mail address and no money: it has no offer, and nobody owns it. */
  isForAddress: boolean
  /** What is missing before it can be on the site. */
  missing: string
}

const music = (label: string, hint: string): KindFace => ({
  label, hint, holds: 'files', mayGiveKeys: false, isMusic: true, isForAddress: false, missing: 'release a version with at least one file',
})

/** One line for each kind. */
export const kindFaces: Record<ProductKind, KindFace> = {
  download: {
    label: 'Download',
    hint: 'Files that buyers keep: sheets, samples, software. With versions, and a licence key if you like.',
    holds: 'files',
    mayGiveKeys: true,
    isMusic: false,
    isForAddress: false,
    missing: 'release a version with at least one file',
  },
  track: music('Track', 'A finished recording, with a price for each licence.'),
  beat: music('Beat', 'For others to sing or rap over, with a price for each licence.'),
  stems: music('Stems', 'The single voices of a recording, to mix anew.'),
  'sample-pack': music('Sample pack', 'Loops and one-shots to build with.'),
  bundle: {
    label: 'Bundle',
    hint: 'Courses and downloads together, for one price.',
    holds: 'parts',
    mayGiveKeys: false,
    isMusic: false,
    isForAddress: false,
    missing: 'put at least two things into it',
  },
  'lead-magnet': {
    label: 'Free download',
    hint: 'A file for an e-mail address, which its owner confirms.',
    holds: 'files',
    mayGiveKeys: false,
    isMusic: false,
    isForAddress: true,
    missing: 'release a version with at least one file',
  },
}
