/**
 * Tag for seed HTML: one block element a line in the source, nothing but the
 * elements in the result, as the lesson editor would have saved it.
 *
 * @example prose`
 *   <p>One line.</p>
 *   <p>Another.</p>` // '<p>One line.</p><p>Another.</p>'
 */
export function prose(strings: TemplateStringsArray): string {
  return strings
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(/>\s+<(?=\/?(?:p|h2|h3|ul|ol|li|blockquote|hr)\b)/g, '><')
    .trim();
}
