import { currentLocale } from '#platform/i18n/locale.ts'

/**
 * A page for hosts that belong to no school: no brand, no script, no word about who is here.
 *
 * @param title the one heading
 * @param sentence what the person can do now
 */
export function plainPage(title: string, sentence: string): string {
  return `<!doctype html><html lang="${currentLocale()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${sentence}</p></main></body></html>`
}
