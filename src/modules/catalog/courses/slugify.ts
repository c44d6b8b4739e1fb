const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'ng', '&': ' and ' }
const lengthMax = 60

/**
 * An address made from a title: small letters, digits and single hyphens, in ASCII.
 *
 * @param otherwise for a title that has no letter of the Latin alphabet
 * @example
 * slugify('Début à la guitare, Teil 2') // 'debut-a-la-guitare-teil-2'
 */
export function slugify(title: string, otherwise = 'course'): string {
  const folded = title.toLowerCase().replace(/[^a-z0-9\s]/g, (letter) => letters[letter] ?? letter).normalize('NFKD').replace(/\p{M}+/gu, '')
  const slug = folded.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return slug.slice(0, lengthMax).replace(/-+$/, '') || otherwise
}

/**
 * The first address that is free: the slug itself, else with a number behind it.
 *
 * @param taken the addresses that begin with this slug
 */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) {
    const candidate = `${slug}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
