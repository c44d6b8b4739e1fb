/**
 * What a demo school is made of before any of it is in a database. The loader
 * walks these values through the ordinary use cases, so nothing here knows a
 * table or an id: people and courses point to each other by `key`.
 */
export type SeedRole = 'owner' | 'admin' | 'instructor' | 'assistant' | 'student';

export type SeedPerson = {
  key: string;
  name: string;
  email: string;
  role: SeedRole;
  title?: string;
  bio?: string;
  /** What their typed profile says: a kind, and its fields by name. */
  profile?: { type: string; fields: Record<string, string> };
  /** Whether the school's pages name them; those who teach are named without being asked. */
  isPublic?: boolean;
};

export type SeedSubject =
  | 'piano'
  | 'guitar'
  | 'voice'
  | 'violin'
  | 'drums'
  | 'theory'
  | 'ear'
  | 'composition'
  | 'yoga'
  | 'yin yoga'
  | 'meditation'
  | 'mobility'
  | 'mathematics'
  | 'english'
  | 'physics'
  | 'chemistry'
  | 'real estate'
  | 'lending'
  | 'leadership'
  | 'career'
  | 'beat making'
  | 'mixing'
  | 'field recording';

export type SeedLevel = 'beginner' | 'improver' | 'intermediate' | 'advanced';

export type SeedMedia = {
  /** The file's name as a student would download it. */
  name: string;
  mediaType: string;
  durationSeconds?: number;
  /** WebVTT text, for media with something to read along. */
  captionsVtt?: string;
  /** Makes or reads the file; the same call gives the same bytes. */
  bytes(): Promise<Uint8Array>;
};

export type SeedLessonKind = 'text' | 'video' | 'audio' | 'pdf' | 'file';

export type SeedLesson = {
  title: string;
  kind: SeedLessonKind;
  bodyHtml?: string;
  isPreview?: boolean;
  media?: SeedMedia;
  attachments?: SeedMedia[];
};

export type SeedSection = { title: string; lessons: SeedLesson[] };

export type SeedCourse = {
  key: string;
  slug: string;
  title: string;
  subject: SeedSubject;
  summary: string;
  /** HTML of the tags the editor knows; see `allowedTags`. */
  description: string;
  outcomes: string[];
  level: SeedLevel;
  instructorKey: string;
  /** In cents of the school's currency; 0 is free. */
  priceCents: number;
  status: 'published' | 'draft' | 'unlisted';
  sections: SeedSection[];
};

export type SeedLicence = { name: string; terms: string; priceCents: number; isExclusive?: boolean };

/** Something sold beside courses; `key`, as everywhere, is how others point to it. */
export type SeedProduct = {
  key: string;
  kind: 'download' | 'track' | 'beat' | 'stems' | 'sample-pack' | 'bundle' | 'lead-magnet';
  title: string;
  summary: string;
  /** HTML of the tags the editor knows. */
  description: string;
  /** In cents of the school's currency; none for music, which has licences, and for what costs an address. */
  priceCents?: number;
  givesLicenceKeys?: boolean;
  /** What people agree to who leave their address. */
  consentText?: string;
  /** The oldest first, each with how many days ago it was released. */
  versions?: { label: string; notes: string; daysAgo: number; files: SeedMedia[] }[];
  music?: { bpm?: number; musicalKey?: string; tags: string; preview: SeedMedia; licences: SeedLicence[] };
  /** Keys of the courses and products in a bundle. */
  parts?: string[];
};

/** Who of the cast bought which product: some days ago, or today under a licence, since such a payment page cannot have been opened in the past. */
export type SeedPurchase = { studentKey: string; productKey: string } & ({ daysAgo: number; licence?: undefined } | { licence: string; daysAgo?: undefined });

/** Something that takes place every week; `day` 1 is Monday, `start` the time on the school's wall. */
export type SeedTimetableRow = { day: number; start: string; minutes: number; title: string; who: string; place: string };

export type SeedSchool = {
  slug: string;
  name: string;
  preset: 'music-school' | 'yoga-studio' | 'tutoring-centre' | 'coaching-marketplace' | 'creator-academy';
  tagline: string;
  /** The tagline in languages besides the school's own. */
  taglines?: { en?: string; de?: string };
  heroTitle: string;
  heroText: string;
  /** HTML of the tags the editor knows. */
  about: string;
  /** A CSS colour; the theme computes all others from it. */
  brandColour: string;
  currency: 'eur' | 'usd' | 'gbp';
  /** Where it is, for payouts; ISO 3166. */
  country: 'PT' | 'US' | 'GB' | 'DE' | 'DK';
  locale: 'en';
  timeZone: string;
  /** The first page in German, beside English: the same texts in the same order. */
  german?: { heroTitle: string; heroText: string; about: string; voices: { quote: string; about: string }[]; timetable?: { text: string; rows: { title: string; place: string }[] } };
  /** Voices for the first page, from people of the school. */
  voices?: { quote: string; name: string; about: string }[];
  /** What takes place every week, as the first page tells it. */
  timetable?: { text: string; rows: SeedTimetableRow[] };
  /** A text of the first page, under a heading of its own. */
  notice?: { title: string; html: string };
  cast: SeedPerson[];
  courses: SeedCourse[];
  products?: SeedProduct[];
  purchases?: SeedPurchase[];
};

/** The tags seed prose may use: those the lesson editor can show and save again. */
export const allowedTags = [
  'p', 'h2', 'h3', 'ul', 'ol', 'li', 'strong', 'em', 'blockquote', 'a', 'code', 'hr',
] as const;
