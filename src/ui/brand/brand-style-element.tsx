import { use } from 'react'
import { brandStyle } from './brand-style.ts'
import { DocumentNonce } from './document-nonce.ts'

/** The `<style>` element that dresses `[data-tenant]`; the nonce lets it pass the page's security policy. */
export function BrandStyle({ brand, nonce }: { brand: string; nonce?: string }) {
  const known = use(DocumentNonce) ?? nonce
  // The text is made of computed numbers only; React would otherwise escape the quotes and angle signs of CSS.
  return <style nonce={known} dangerouslySetInnerHTML={{ __html: brandStyle(brand) }} />
}
