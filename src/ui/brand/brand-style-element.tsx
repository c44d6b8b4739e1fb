import { brandStyle } from './brand-style.ts'

/** The `<style>` element that dresses `[data-tenant]`; the nonce lets it pass the page's security policy. */
export function BrandStyle({ brand, nonce }: { brand: string; nonce?: string }) {
  // The text is made of computed numbers only; React would otherwise escape the quotes and angle signs of CSS.
  return <style nonce={nonce} dangerouslySetInnerHTML={{ __html: brandStyle(brand) }} />
}
