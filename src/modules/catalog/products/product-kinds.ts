/** What a product can be; kept equal to the check in the database by a test. */
export const productKinds = ['download', 'track', 'beat', 'stems', 'sample-pack', 'bundle', 'lead-magnet'] as const
export type ProductKind = (typeof productKinds)[number]

export const productStatuses = ['draft', 'published', 'unlisted'] as const
export type ProductStatus = (typeof productStatuses)[number]

/** All that is different between kinds of products, but for what they are called. Whoever shows or sells one asks this table and not the kind. */
interface KindFace {
  /** Versions with files, or other things that are for sale. */
  holds: 'files' | 'parts'
  mayGiveKeys: boolean
  /** It has tempo, key, tags and a preview, and is sold by licences in place of one price. */
  isMusic: boolean
  /** It costs an e-mail address and no money: it has no offer, and nobody owns it. */
  isForAddress: boolean
}

const music: KindFace = { holds: 'files', mayGiveKeys: false, isMusic: true, isForAddress: false }

/** One line for each kind. */
export const kindFaces: Record<ProductKind, KindFace> = {
  download: { holds: 'files', mayGiveKeys: true, isMusic: false, isForAddress: false },
  track: music,
  beat: music,
  stems: music,
  'sample-pack': music,
  bundle: { holds: 'parts', mayGiveKeys: false, isMusic: false, isForAddress: false },
  'lead-magnet': { holds: 'files', mayGiveKeys: false, isMusic: false, isForAddress: true },
}
