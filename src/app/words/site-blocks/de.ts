import type { Shape } from '#platform/i18n/catalogue.ts'
import { counting } from '#platform/i18n/counting.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  kinds: {
    hero: {
      label: 'Auftakt',
      hint: 'Das Erste, was Besucher lesen: eine Schlagzeile, ein Satz, ein Knopf.',
      layouts: {
        beside: { label: 'Bild daneben', hint: 'Links Worte, rechts Ihr Bild oder eine Zeichnung.' },
        band: { label: 'Von Rand zu Rand', hint: 'Ihr Bild über die ganze Seite, oder Ihre Farbe als Grund.' },
        type: { label: 'Große Schrift', hint: 'Die Schlagzeile füllt die Seite, der Rest ist still.' },
        horizon: { label: 'Horizont', hint: 'Worte in der Mitte über Hügeln und einer Sonne, oder über Ihrem Bild unter einem Bogen.' },
        index: { label: 'Fächer daneben', hint: 'Worte auf kariertem Papier und eine Liste Ihrer Fächer.' },
        portraits: { label: 'Menschen zuerst', hint: 'Eine Schlagzeile und alle, die öffentlich gezeigt werden, mit ihren Angaben in Zahlen.' },
        wave: { label: 'Wellenform', hint: 'Die Schlagzeile über einer Aufnahme, die aus Ihrem Namen gezeichnet wird.' },
      },
    },
    about: {
      label: 'Über uns',
      hint: 'Wer Sie sind und wie Sie unterrichten.',
      layouts: {
        column: { label: 'Spalte', hint: 'Links die Überschrift, rechts Text zum Lesen.' },
        beside: { label: 'Mit Bild', hint: 'Ein hohes Bild neben dem Text. Braucht ein Bild.' },
        statement: { label: 'Leitsatz', hint: 'Ein paar Sätze, groß gesetzt auf getöntem Grund.' },
      },
    },
    courses: {
      label: 'Kurse',
      hint: 'Was auf Ihrer Website steht, in Ihrer Reihenfolge, mit Preisen.',
      layouts: {
        shelf: { label: 'Regal', hint: 'Titelbilder nebeneinander.' },
        rows: { label: 'Programmheft', hint: 'Je eine Zeile, wie in einem gedruckten Programm.' },
        lead: { label: 'Einer voran', hint: 'Der erste Kurs groß, die anderen kurz daneben.' },
        cells: { label: 'Kästchen', hint: 'In linierten Kästchen, das Fach zuerst, wie ein Stundenplan.' },
        tracks: { label: 'Spuren', hint: 'Nummeriert, jede mit eigener Wellenform.' },
      },
    },
    products: {
      label: 'Produkte',
      hint: 'Was Sie neben Kursen verkaufen: Downloads, Musik, Pakete.',
      layouts: {
        shelf: { label: 'Regal', hint: 'Titelbilder nebeneinander.' },
        tracks: { label: 'Katalog', hint: 'Je eine Zeile, Musik mit ihrer eigenen Wellenform.' },
      },
    },
    people: {
      label: 'Menschen',
      hint: 'Alle, die öffentlich gezeigt werden, aus ihren Profilen.',
      layouts: {
        faces: { label: 'Gesichter', hint: 'Ein Bild, ein Name, was sie unterrichten.' },
        rows: { label: 'Mit Worten', hint: 'Jede und jeder mit dem, was sie von sich sagen.' },
        names: { label: 'Abspann', hint: 'Große Namen, wie am Ende eines Films.' },
        portraits: { label: 'Porträts', hint: 'Je ein gezeichnetes Porträt, mit Worten und Zahlen aus dem Profil.' },
      },
    },
    schedule: {
      label: 'Stundenplan',
      hint: 'Was jede Woche stattfindet: Tag, Uhrzeit, bei wem und wo. Zum Lesen, nicht zum Buchen.',
      layouts: {
        week: { label: 'Woche in Spalten', hint: 'Die Tage nebeneinander, auf dem Telefon untereinander.' },
        days: { label: 'Tag für Tag', hint: 'Die Tage untereinander, daneben ihre Zeilen.' },
      },
    },
    testimonials: {
      label: 'Stimmen',
      hint: 'Was Lernende und Eltern sagen, in ihren eigenen Worten.',
      layouts: {
        columns: { label: 'Spalten', hint: 'Alle nebeneinander.' },
        single: { label: 'Eine nach der anderen', hint: 'Eine groß; die nächste kommt durch Wischen.' },
        rows: { label: 'Zeilen', hint: 'Links der Name, rechts die Worte.' },
      },
    },
    text: {
      label: 'Freier Text',
      hint: 'Alles, was Sie sonst sagen möchten.',
      layouts: {
        narrow: { label: 'Schmal', hint: 'Eine Spalte in der Mitte, leicht zu lesen.' },
        columns: { label: 'Zwei Spalten', hint: 'Für längeren Text.' },
        band: { label: 'Farbband', hint: 'Auf eigenem Grund, für das, was zählt.' },
      },
    },
    gallery: {
      label: 'Bilder',
      hint: 'Ihre Räume, Ihre Konzerte, Ihre Leute.',
      layouts: {
        grid: { label: 'Raster', hint: 'Reihen gleicher Bilder.' },
        strip: { label: 'Streifen', hint: 'Nebeneinander von Rand zu Rand, zum Wischen.' },
        mosaic: { label: 'Mosaik', hint: 'Jedes fünfte groß.' },
      },
    },
    contact: {
      label: 'Kontaktformular',
      hint: 'Besucher schreiben, Sie bekommen eine E-Mail und antworten darauf.',
      layouts: {
        beside: { label: 'Zwei Hälften', hint: 'Links Worte, rechts das Formular.' },
        centred: { label: 'Mittig', hint: 'Auf eigenem Grund.' },
      },
    },
    embed: {
      label: 'Abspieler',
      hint: 'Ein Video oder eine Aufnahme von YouTube, Vimeo, SoundCloud oder Spotify.',
      layouts: {
        wide: { label: 'Breit', hint: 'So breit wie die Seite.' },
        beside: { label: 'Worte daneben', hint: 'Links ein Satz, rechts der Abspieler.' },
      },
    },
  },
  verbs: { add: 'hinzufügen', remove: 'entfernen', move: 'verschieben', change: 'ändern', translate: 'übersetzen', discard: 'Entwurf verwerfen', 'bring back': 'frühere Seite zurückholen' },
  deed: (verb, label) => [label, verb].filter(Boolean).join(' '),
  blocks: (number) => count(number, { one: '# Block', other: '# Blöcke' }),
  added: (number, names) => `${count(number, { one: '# Block', other: '# Blöcke' })} dazu: ${names}`,
  removed: (number, names) => `${count(number, { one: '# Block', other: '# Blöcke' })} entfernt: ${names}`,
  changed: (number, names) => `${count(number, { one: '# Block', other: '# Blöcke' })} geändert: ${names}`,
}
