import Papa from 'papaparse'

/**
 * A table as a file for a spreadsheet. A cell that begins like a formula would be one there, so it is escaped; the mark
 * at the beginning says that it is UTF-8.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvAnswer(name: string, lines: readonly Record<string, string | number | null>[]): Response {
  const text = `\uFEFF${Papa.unparse([...lines], { escapeFormulae: true })}\r\n`
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
}
