/** Words that forms were not made for, ready for a body of a form (already percent-encoded). */
export const badWords: Record<string, string> = {
  'nothing': '',
  'blanks': '%20%09%0D%0A',
  'a NUL byte': 'a%00b',
  'control characters': '%01%07%1B%5B31m%7F',
  'bytes that are no text': '%FF%FE%ED%A0%80',
  'text in other directions': encodeURIComponent('\u202Emoc.elpmaxe\u202C 👩‍🎓 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚ \uFEFF\u2028'),
  'a piece of SQL': encodeURIComponent(`'; drop table users; --%_\\`),
  'a piece of a page': encodeURIComponent('<script>alert(1)</script><img src=x onerror=alert(1)>"\'>{{7*7}}${7*7}'),
  'a negative number': '-1',
  'a number too large': '99999999999999999999999999',
  'a number that is none': 'NaN',
  'an exponent': '1e309',
  'an id that is nearly one': '0190a0de-0000-7000-8000-00000000000g',
  'an id in capitals': '0190A0DE-0000-7000-8000-00000000ABCD',
  'a way out of a folder': '..%2F..%2F..%2Fetc%2Fpasswd',
  'the name of something built in': '__proto__',
  'one megabyte': 'x'.repeat(1_000_000),
}

/** Words of the same kind that fit into an address. */
export const badParts: string[] = [
  'not-an-id', '%00', 'a%00b', '%FF', '%E2%80%AE', '-1', '99999999999999999999999999', '..%2F..%2Fetc%2Fpasswd', `%27%3B%20drop%20table%20users%3B--`,
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E', '0190A0DE-0000-7000-8000-00000000ABCD', '0190a0de-0000-7000-8000-00000000000g', '__proto__', 'constructor', '%25', '%', 'x'.repeat(3000),
]

/** What an answer must never hold: words of the programs inside. */
export const insideWords = /\n\s+at .+:\d+|node_modules|build\/server|invalid byte sequence|syntax error at|violates|invalid input syntax|\b(Type|Range|Reference|Syntax|Zod|Postgres|Database)Error\b/

/** A form of the product: where it stands, and what it is sent when all is well. */
export interface EdgeForm {
  where: 'school' | 'installation'
  path: string
  form: Record<string, string>
  /** Where a person meets it, when that is not its own address. */
  page?: string
}
