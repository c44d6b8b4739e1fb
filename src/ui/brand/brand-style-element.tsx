import { use } from 'react'
import { DocumentNonce } from './document-nonce.ts'

/**
 * The `<style>` element that dresses `[data-tenant]`; the nonce lets it pass the page's security policy.
 *
 * @param css the text of `brandStyle`. A page that runs in the browser has it from its loader: computing it there would
 *   bring the colour library along.
 */
export function BrandStyle({ css, nonce }: { css: string; nonce?: string }) {
  const known = use(DocumentNonce) ?? nonce
  // The text is made of computed numbers only; React would otherwise escape the quotes and angle signs of CSS.
  return <style nonce={known} dangerouslySetInnerHTML={{ __html: css }} />
}
