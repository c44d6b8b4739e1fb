import { addLicence, addVersion, addVersionFile, createProduct, kindFaces, publishProduct, readProductBuilder, releaseVersion, removeVersion, setBundleParts, setMusicFacts, setMusicPreview, setProductPrice, updateProduct } from '#modules/catalog/index.ts'
import { musicFactsSchema } from '#modules/catalog/music/music.schema.ts'
import { saveFile } from '#modules/files/index.ts'
import { computePeaks } from '#ui/peaks.ts'
import type { SeedMedia, SeedProduct, SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { App } from '../../../wiring.ts'
import type { MadeCourse } from './make-courses.ts'
import type { DemoCtx, MadeSchool } from './make-school.ts'

/** A demo product that stands, with its licences by name. */
export interface MadeProduct {
  productId: string
  product: SeedProduct
  licences: Map<string, string>
}

const day = 24 * 3600_000

/** Makes what a demo school sells beside its courses, as its owner would; each version on its own day. */
export async function makeProducts(app: App, { school, made, courses }: { school: SeedSchool; made: MadeSchool; courses: readonly MadeCourse[] }): Promise<Map<string, MadeProduct>> {
  const products = new Map<string, MadeProduct>()
  const idOf = (key: string) => courses.find(({ course }) => course.key === key)?.courseId ?? products.get(key)?.productId ?? ''
  const owner = school.cast.find(({ role }) => role === 'owner')?.key ?? ''
  for (const product of school.products ?? []) {
    const ctx = made.owner
    const { productId, slug } = await createProduct(ctx, { title: product.title, kind: product.kind })
    await updateProduct(ctx, {
      productId, slug, title: product.title, summary: product.summary, descriptionHtml: product.description, givesLicenceKeys: product.givesLicenceKeys ?? false, answersLicenceChecks: product.givesLicenceKeys ?? false, downloadsMax: null, consentText: product.consentText ?? '',
    })
    // It begins with a version that has nothing to say.
    for (const { id: versionId } of (await readProductBuilder(ctx, productId)).versions) await removeVersion(ctx, { productId, versionId })
    for (const version of product.versions ?? []) {
      const releasedAt = new Date(app.clock.now().getTime() - version.daysAgo * day)
      await makeVersion(made.as(owner, { now: () => releasedAt }), { productId, version })
    }
    if (product.music) await makeMusic(ctx, { productId, music: product.music, currency: school.currency })
    if (product.parts) await setBundleParts(ctx, { productId, subjectIds: product.parts.map(idOf) })
    if (product.priceCents !== undefined) await setProductPrice(ctx, { productId, priceCents: product.priceCents, currency: school.currency })
    await publishProduct(ctx, { productId, status: 'published' })
    const licences = kindFaces[product.kind].isMusic ? (await readProductBuilder(ctx, productId)).licences : []
    products.set(product.key, { productId, product, licences: new Map(licences.map(({ name, id }) => [name, id])) })
  }
  return products
}

type Version = NonNullable<SeedProduct['versions']>[number]

async function makeVersion(ctx: DemoCtx, { productId, version }: { productId: string; version: Version }): Promise<void> {
  await addVersion(ctx, { productId, label: version.label, notes: version.notes })
  const versionId = (await readProductBuilder(ctx, productId)).versions.find(({ label }) => label === version.label)?.id ?? ''
  for (const file of version.files) await addVersionFile(ctx, { productId, versionId, fileId: await store(ctx, file) })
  await releaseVersion(ctx, { productId, versionId })
}

async function makeMusic(ctx: DemoCtx, { productId, music, currency }: { productId: string; music: NonNullable<SeedProduct['music']>; currency: string }): Promise<void> {
  await setMusicFacts(ctx, { productId, ...musicFactsSchema.parse({ bpm: String(music.bpm ?? ''), musicalKey: music.musicalKey ?? '', tags: music.tags }) })
  const bytes = await music.preview.bytes()
  const { fileId } = await saveFile(ctx, { name: music.preview.name, purpose: 'audio', bytes, durationSeconds: music.preview.durationSeconds ?? null })
  await setMusicPreview(ctx, { productId, fileId, peaks: peaksOf(bytes), seconds: Math.round(music.preview.durationSeconds ?? 0) || null })
  for (const { name, terms, priceCents, isExclusive } of music.licences) await addLicence(ctx, { productId, name, terms, priceCents, currency, isExclusive })
}

/** As the owner's browser would draw it while it uploads: of a WAV of 16 bits, behind its head. */
function peaksOf(wav: Uint8Array): number[] {
  const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.byteLength))
  return computePeaks(Float32Array.from(samples, (sample) => sample / 32_768)).map((level) => Math.round(level * 100))
}

async function store(ctx: DemoCtx, { name, bytes }: SeedMedia): Promise<string> {
  return (await saveFile(ctx, { name, purpose: 'file', bytes: await bytes() })).fileId
}
