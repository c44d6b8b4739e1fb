import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  sectionRenamed: 'Der Abschnitt hat seinen neuen Namen.',
  sectionRemoved: 'Der Abschnitt ist entfernt.',
  sectionRemovedWith: (lessons) => `Der Abschnitt ist entfernt, mit ${count(lessons, { one: 'seiner Lektion', other: 'seinen # Lektionen' })}.`,
  hasNoPrice: 'Jetzt ohne Preis.',
  isFreeNow: 'Jetzt kostenlos.',
  priceSavedOldAtCheckout: 'Der Preis ist gespeichert. Wer gerade an der Kasse ist, zahlt noch den alten.',
  priceSaved: 'Der Preis ist gespeichert.',
  unlistedNow: 'Wer die Adresse hat, findet die Seite; sie steht auf keiner Liste.',
  draftAgain: 'Jetzt wieder ein Entwurf.',
  draftAgainKeeping: (people) => `Jetzt wieder ein Entwurf. ${count(people, { one: 'Eine Person behält', other: '# Personen behalten' })} den Zugang.`,
  onYourSiteNow: 'Steht auf Ihrer Website.',
  onYourSiteNotPayable: 'Steht auf Ihrer Website. Kaufen kann es niemand, bis Auszahlungen eingerichtet sind.',
  placeIsNumber: 'Ein Platz in der Reihenfolge ist eine ganze Zahl, von 0 an.',

  uploadInPlace: 'Die Datei ist an ihrem Platz.',
  textOnlyNow: 'Jetzt nur noch mit Text.',

  priceAndPlace: 'Preis und Platz auf der Website',

  settingsTitle: (title) => `Einstellungen · ${title} · Studio`,

  coursesTitle: (schoolName) => `Kurse · ${schoolName}`,
  coursesText: 'Was Sie unterrichten, in der Reihenfolge Ihrer Website. Entwürfe sieht nur Ihr Team.',
  backToFirst: 'Zurück zum Anfang',

  kind: 'Art',
  add: 'Hinzufügen',

  firstSectionCalled: 'Wie heißt der erste Abschnitt?',
  newSection: 'Neuer Abschnitt',

  preview: 'Vorschau',
  seePage: 'Seite ansehen',
  settings: 'Einstellungen',
  publish: 'Veröffentlichen',

  draft: 'Entwurf',
  published: 'Veröffentlicht',
  unlisted: 'Nur mit Link',

  status: 'Status',
  price: 'Preis',
  noneYet: 'Noch keiner',
  free: 'Kostenlos',

  deleteNamed: (title) => `„${title}“ löschen …`,
  nobodyBought: 'Niemand hat gekauft oder begonnen. Das lässt sich nicht rückgängig machen.',

  toDownload: 'Zum Herunterladen',
  filesToDownload: 'Dateien zum Herunterladen',
  takeNamedAway: (name) => `${name} wegnehmen`,
  takeAway: 'Wegnehmen',
  addFiles: 'Dateien hinzufügen',
  anythingBut: 'Alles außer Programmen und Webseiten.',

  title: 'Titel',
  text: 'Text',
  textBeside: 'Text daneben',
  freePreview: 'Freie Vorschau',

  video: 'Video',
  audio: 'Audio',
  file: 'Datei',
  pdf: 'PDF',

  dragNamed: (title) => `${title} ziehen`,
  empty: 'Leer',

  chooseVideo: 'Video wählen',
  videoHint: 'MP4, WebM oder MOV. Hier ablegen oder zum Wählen tippen.',
  chooseRecording: 'Aufnahme wählen',
  recordingHint: 'MP3, M4A, WAV, OGG oder FLAC. Hier ablegen oder zum Wählen tippen.',
  choosePdf: 'PDF wählen',
  dropHere: 'Hier ablegen oder zum Wählen tippen.',
  chooseFile: 'Datei wählen',
  fileHint: 'Alles außer Programmen und Webseiten. Hier ablegen oder zum Wählen tippen.',
  replaceOrRemove: 'Ersetzen oder entfernen …',
  removeIt: 'Entfernen',
  textOnlyThen: 'Danach bleibt nur der Text.',
  uploadsNeedScript: 'Hochladen braucht JavaScript: Große Dateien werden in Teilen gesendet, damit nichts verloren geht, wenn die Verbindung abreißt.',

  writeAddress: 'Schreiben Sie eine Adresse wie https://example.org.',
  linkAddress: 'Adresse des Links',
  set: 'Setzen',
  remove: 'Entfernen',

  begin: 'Beginnen',

  beginWithSection: 'Beginnen Sie mit einem Abschnitt',
  howToMove: 'Leertaste hebt auf, Pfeiltasten bewegen, Leertaste legt ab, Escape bricht ab.',
  savingOrder: 'Die Reihenfolge wird gespeichert …',
  orderSaved: 'Die Reihenfolge ist gespeichert.',
  lifted: (titleOf) => `${titleOf} aufgehoben.`,
  isOver: (titleOf, titleOf2) => `${titleOf} ist über ${titleOf2}.`,
  isNowhere: (titleOf) => `${titleOf} ist nirgends.`,
  putAt: (titleOf, titleOf2) => `${titleOf} an den Platz von ${titleOf2} gelegt.`,
  putBack: (titleOf) => `${titleOf} zurückgelegt.`,

  priceHint: 'Einmal, für immer. Mit 0 ist es kostenlos.',
  whoSetsPrices: 'Preise setzen Leitung und Verwaltung.',
  noPriceYet: 'Noch keiner.',
  freeSentence: 'Kostenlos.',
  savePrice: 'Preis speichern',
  nobodyCanBuy: 'Kaufen kann es niemand, bis Auszahlungen eingerichtet sind.',
  setUpPayouts: 'Auszahlungen einrichten',
  ownerCan: 'Das kann die Leitung der Schule.',

  removeNamed: (title) => `„${title}“ entfernen …`,

  bold: 'Fett',
  italic: 'Kursiv',
  struckOut: 'Durchgestrichen',
  code: 'Code',
  heading: 'Überschrift',
  smallerHeading: 'Kleinere Überschrift',
  list: 'Liste',
  numberedList: 'Nummerierte Liste',
  quote: 'Zitat',
  line: 'Linie',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  link: 'Link',
  formatting: 'Gestaltung',

  writtenAsHtml: 'Als HTML geschrieben: Absätze, Überschriften, Listen, Links, Betonungen.',

  changeOrRemove: (what) => `Machen Sie daraus etwas Eigenes, oder entfernen Sie es: ${what}`,
  sampleCame: 'Zu Ihrer Schule gehört ein Beispiel, und Besucher sehen es',
  removeSample: 'Beispiel entfernen',
  keepAsOwn: 'Als Eigenes behalten',

  saving: 'Wird gespeichert …',
  notSaved: 'Nicht gespeichert: Etwas braucht noch einen Blick.',
  notSavedYet: 'Noch nicht gespeichert',
  savedAt: (time) => `Gespeichert um ${time}`,
  leaveWithoutSaving: 'Ohne Speichern verlassen?',
  changesLost: 'Was Sie auf dieser Seite seit dem letzten Speichern geändert haben, geht verloren.',
  leave: 'Ohne Speichern verlassen',
  stayHere: 'Hierbleiben',

  dragSection: (title) => `Abschnitt ${title} ziehen`,

  moreFor: (title) => `Mehr zu ${title}`,
  sectionName: 'Name des Abschnitts',
  rename: 'Umbenennen',
  removeSection: 'Abschnitt entfernen',

  summary: 'Zusammenfassung',
  summaryHint: 'Ein oder zwei Sätze, auf der Karte und unter dem Titel.',
  outcomesHint: 'Eins je Zeile. Vier bis sechs liest man am besten.',
  subject: 'Fach',
  subjectHint: 'Bestimmt das gezeichnete Titelbild.',
  level: 'Niveau',
  levelHint: 'Steht unter dem Titel.',
  nobodyNamed: 'Niemand genannt',
  address: 'Adresse',
  addressHint: (addressStart) => `${addressStart}… Ändern Sie sie, führen Links zur alten Adresse ins Leere.`,
  saveSettings: 'Einstellungen speichern',
  notSaid: 'Keine Angabe',

  onYourSite: 'Auf Ihrer Website',
  listOnSite: 'Auf der Website zeigen',
  publishByLink: 'Nur mit Link veröffentlichen',
  onlyByLink: 'Nur mit Link',
  backToDraft: 'Zurück zum Entwurf',
  asDraft: 'Als Entwurf kann niemand mehr beginnen.',
  priceOrFree: 'Ein Preis, oder kostenlos',
  priceByOwner: 'Ein Preis, oder kostenlos: Ihn setzt die Leitung',
  readyToPublish: 'Kann veröffentlicht werden.',
  beforePublishing: 'Vor dem Veröffentlichen fehlt noch etwas:',
  done: 'Erledigt:',
  stillToDo: 'Noch zu tun:',


  moveNamedUp: (title) => `${title} nach oben`,
  moveUp: 'Nach oben',
  moveNamedDown: (title) => `${title} nach unten`,
  moveDown: 'Nach unten',

  connectionBroke: 'Die Verbindung ist abgerissen. Was gesendet wurde, ist bewahrt; versuchen Sie es noch einmal, dann geht es von dort weiter.',
  lookingAtFile: 'Die Datei wird angesehen …',
  underAMinute: 'weniger als eine Minute übrig',
  minutesLeft: (minutes) => `etwa ${count(minutes, { one: '# Minute', other: '# Minuten' })} übrig`,

  noLongerThere: 'Das gibt es nicht mehr.',
  giveTitle: 'Geben Sie einen Titel an.',
  titleTooLong: 'Höchstens 160 Zeichen im Titel.',
  slugLetters: 'Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 80.',
  subjectTooLong: 'Höchstens 40 Zeichen beim Fach.',
  levelTooLong: 'Höchstens 40 Zeichen beim Niveau.',
  summaryTooLong: 'Höchstens 400 Zeichen in der Zusammenfassung.',
  descriptionTooLong: 'Die Beschreibung ist zu lang.',
  under4000: 'Höchstens 4.000 Zeichen.',
  twelveLines: 'Zwölf Zeilen genügen; mehr wird nicht gelesen.',
  chooseLessonKind: 'Wählen Sie die Art der Lektion.',
  lessonTextTooLong: 'Dieser Text ist zu lang für eine Lektion.',
  tickOrLeave: 'Kreuzen Sie es an oder lassen Sie es leer.',
  priceAsNumber: 'Schreiben Sie den Preis als Zahl, etwa 89 oder 89,50.',
  priceAsNumberOrFree: 'Schreiben Sie den Preis als Zahl, etwa 89 oder 89,50. Für einen kostenlosen Kurs schreiben Sie 0.',

  courseNotReady: (missing) => `Vor dem Veröffentlichen: ${missing}.`,
  andAlso: ', und ',
  courseInUse: (students, orders) => `Löschen geht nicht mehr: ${[students > 0 ? count(students, { one: 'eine Person lernt damit', other: '# Personen lernen damit' }) : '', orders > 0 ? count(orders, { one: 'eine Bestellung nennt es', other: '# Bestellungen nennen es' }) : ''].filter(Boolean).join(', ')}. Sie können es stattdessen von der Website nehmen.`,

  lessonNeedsContent: 'legen Sie etwas zum Lesen, Ansehen, Anhören oder Herunterladen hinein',
  needsPrice: 'setzen Sie einen Preis, oder 0 für kostenlos',

  siteNeedsPrice: 'Ein Kurs auf Ihrer Website braucht einen Preis. Mit 0 ist er kostenlos.',

  notTeachingHere: 'Diese Person unterrichtet hier nicht mehr. Wählen Sie eine andere.',
  addressTaken: (slug) => `Ein anderer Kurs hat die Adresse „${slug}“. Wählen Sie eine andere.`,

  fileGone: 'Diese Datei ist nicht mehr hier. Laden Sie sie noch einmal hoch.',

  fileGoneOrWrong: 'Diese Datei ist nicht mehr hier oder nicht von der richtigen Art. Laden Sie sie noch einmal hoch.',
}
