import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { wantedFaces } from './cut-faces.ts'

const wanted = wantedFaces(readFileSync('src/ui/fonts.css', 'utf8'))
const lettersOf = (file: string) => new Set(wanted.find((one) => one.file === file)?.letters)
const faces = [...new Set(wanted.map(({ face }) => face))]

it('each face is cut in three, and no letter is in two of them', () => {
  expect(faces).toHaveLength(6)
  for (const face of faces) {
    const parts = wanted.filter((one) => one.face === face)
    expect(parts.map(({ file }) => file)).toEqual(['basic', 'western', 'central'].map((part) => `${face}-${part}.woff2`))
    const letters = parts.map((part) => [...part.letters]).flat()
    expect(new Set(letters).size).toBe(letters.length)
  }
})

it('names and sentences of Europe find all of their letters; what German and most of French needs, and prices, in the first file', () => {
  const [basic, ...more] = ['basic', 'western', 'central'].map((part) => lettersOf(`inter-${part}.woff2`))
  for (const words of ['Übungsstücke für Größere, „süß“ – 49,50 €', 'Élève à Besançon', 'Señor Núñez’ “Étude” ‘né’…', '3 × 45 min · © Melody']) expect([...words].filter((letter) => !basic?.has(letter)), words).toEqual([])
  const all = new Set([...(basic ?? []), ...more.flatMap((letters) => [...letters])])
  for (const name of ['Ñuñez ¿Qué?', 'João Conceição', 'Łukasz Żółć', 'Dvořák Říčany', 'Győző', 'Ștefan Țară', 'İpek Şağın', 'Åse Ødegård Æbeltoft', 'Þór Ðuro', 'Čiurlionis Ūla Ģirts', 'STRAẞE', 'Œuvre Ÿ']) expect([...name].filter((letter) => !all.has(letter)), name).toEqual([])
})

it('weights are those that the design sets; a serif has one', () => {
  expect(wanted.filter(({ wght }) => !(wght.min >= 300 && wght.max <= 700 && wght.min <= wght.max))).toEqual([])
  expect([...new Set(wanted.filter(({ wght }) => wght.min === wght.max).map(({ face }) => face))]).toEqual(['fraunces', 'newsreader'])
  expect(wanted.find(({ face }) => face === 'newsreader')?.wght).toEqual({ min: 420, max: 420 })
})
