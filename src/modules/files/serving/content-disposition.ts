/**
 * The header that says whether a file is shown or saved, and under which name.
 *
 * @param name as its uploader called it; every letter survives, by RFC 8187, and none of them can end the header
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string | null): string {
  if (name === null) return kind

  const clean = name.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[/\\]/g, '-').toWellFormed()
  const plain = clean.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '').trim() || 'file'
  const exact = encodeURIComponent(clean).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}
