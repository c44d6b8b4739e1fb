/** What is said of the sites that may show a school's courses. */
export const en = {
  tooLong: 'That is more than can be read here.',
  noSite: (typed: string) => `“${typed}” is no address of a site. It looks like https://www.your-site.com.`,
  tooMany: (most: number) => `Name ${most} sites at most.`,
}
