/**
 * JSON that PostgreSQL's jsonb takes: it knows neither the NUL character nor half of a surrogate pair, and a signed
 * event must not be lost for one. Both become the replacement character.
 */
export function storableJson(value: unknown): string {
  // JSON.stringify writes exactly these two as escapes; an even run of backslashes before means the text says so itself.
  return (JSON.stringify(value) ?? 'null').replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, '$1\\ufffd')
}
