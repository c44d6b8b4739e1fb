import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const aboutSamples = '<p>Das ist mit der Schule gekommen, damit es etwas anzusehen und auszuprobieren gibt. Machen Sie etwas Eigenes daraus, oder entfernen Sie es: In Ihrer Liste genügt dafür ein Klick.</p>'

export const de: Shape<typeof en> = {
  'music-school': {
    title: 'Beispiel: fünf Töne', subject: 'Klavier', summary: 'Ein Beispiel, das mit der Schule gekommen ist: eine Hand, fünf Töne, drei kurze Lektionen.', description: aboutSamples, section: 'Eine Hand',
    lessons: [
      { title: 'Wo die Hand liegt', html: '<p>Legen Sie den rechten Daumen auf die weiße Taste links von den beiden schwarzen. Jeder weitere Finger bekommt die nächste weiße Taste. Drücken Sie eine nach der anderen und lassen Sie jeden Ton klingen, bis der nächste beginnt.</p>' },
      { title: 'Hinauf und hinunter', html: '<p>Spielen Sie die fünf Töne hinauf und hinunter, so langsam, dass alle gleich laut sind. Ist einer lauter, hatte dieser Finger es eilig.</p>' },
      { title: 'Ihre eigene Melodie', html: '<p>Nehmen Sie nur diese fünf Töne und spielen Sie, was Sie singen können. Schreiben Sie die Finger als Zahlen auf, dann finden Sie es morgen wieder.</p>' },
    ],
  },
  'yoga-studio': {
    title: 'Beispiel: zehn ruhige Minuten', subject: 'Yoga', summary: 'Ein Beispiel, das mit dem Studio gekommen ist: drei kurze Übungen zum Lesen und Mitmachen.', description: aboutSamples, section: 'Am Boden',
    lessons: [
      { title: 'Ankommen', html: '<p>Legen Sie sich mit angewinkelten Beinen auf den Rücken. Spüren Sie drei Stellen, die den Boden berühren. Atmen Sie zehnmal ein wenig länger aus als ein.</p>' },
      { title: 'Von Seite zu Seite', html: '<p>Lassen Sie beim Ausatmen beide Knie nach links sinken und warten Sie einen Atemzug. Kommen Sie aus dem Bauch zurück. Dann nach rechts. Sechsmal auf jeder Seite.</p>' },
      { title: 'Zurückkommen', html: '<p>Rollen Sie sich auf eine Seite, bleiben Sie drei Atemzüge lang, und setzen Sie sich auf, den Kopf zuletzt.</p>' },
    ],
  },
  'tutoring-centre': {
    title: 'Beispiel: Brüche, die ersten Schritte', subject: 'Mathematik', summary: 'Ein Beispiel, das mit dem Lernzentrum gekommen ist: drei Lektionen, für die ein Blatt Papier genügt.', description: aboutSamples, section: 'Halbe und Viertel',
    lessons: [
      { title: 'Falten', html: '<p>Falten Sie einen Papierstreifen einmal. Jeder Teil ist ein halber. Falten Sie ihn noch einmal: Wie viele Teile sind es jetzt, und wie heißt jeder?</p>' },
      { title: 'Gleich viel', html: '<p>Malen Sie eine Hälfte des Streifens aus. Wie viele Viertel sind ausgemalt? Schreiben Sie beide Namen dafür auf, mit einem Gleichheitszeichen dazwischen.</p>' },
      { title: 'Addieren', html: '<p>Malen Sie eine Hälfte aus und dann noch ein Viertel. Zählen Sie in Vierteln und schreiben Sie auf, was Sie getan haben.</p>' },
    ],
  },
  'coaching-marketplace': {
    title: 'Beispiel: Ihre nächsten neunzig Tage', subject: 'Coaching', summary: 'Ein Beispiel, das mit der Praxis gekommen ist: drei Sitzungen, die man allein durcharbeitet.', description: aboutSamples, section: 'Auf einer Seite',
    lessons: [
      { title: 'Wo Sie stehen', html: '<p>Schreiben Sie auf, was Sie letzte Woche getan haben und bezahlt bekamen, und was Sie getan haben, ohne dass es jemand bemerkte. Welche der beiden Listen ist länger?</p>' },
      { title: 'Wovon Sie mehr wollen', html: '<p>Wählen Sie eine Zeile dieser Liste. Sagen Sie, was doppelt so viel davon bräuchte, in Stunden und nicht in Wünschen.</p>' },
      { title: 'Der erste Montag', html: '<p>Tragen Sie dafür in jeder der nächsten zwölf Wochen eine Stunde in Ihren Kalender ein. Entscheiden Sie jetzt, was Sie dafür absagen.</p>' },
    ],
  },
  'creator-academy': {
    title: 'Beispiel: ein Klang am Tag', subject: 'Beatmaking', summary: 'Ein Beispiel, das mit der Akademie gekommen ist: drei kurze Kapitel, und ein Telefon ist die ganze Ausrüstung.', description: aboutSamples, section: 'Ein Tag',
    lessons: [
      { title: 'Finden', html: '<p>Nehmen Sie zehn Sekunden von etwas in Ihrer Nähe auf: einer Tür, einem Aufzug, einer Tasse. Wählen Sie nicht lange.</p>' },
      { title: 'Schneiden', html: '<p>Behalten Sie eine halbe Sekunde. Lassen Sie sie in einer Schleife laufen. Verschieben Sie ihren Anfang, bis sie einen Beat hat, den Sie nicht hineingelegt haben.</p>' },
      { title: 'Lassen', html: '<p>Fügen Sie etwas hinzu und nehmen Sie etwas weg. Speichern Sie es mit dem heutigen Datum, und hören Sie auf.</p>' },
    ],
  },
}
