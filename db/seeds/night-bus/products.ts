import { prose } from '../prose.ts';
import type { SeedLicence, SeedProduct, SeedPurchase } from '../seed-content.ts';
import { busSounds, depotLights, doorFiles, doorsPreview, kitchenRadio, last38, trongate } from './beats.ts';

/** How every beat is sold here. @param exclusiveCents what it costs to be the last */
function beatLicences(exclusiveCents: number): SeedLicence[] {
  return [
    { name: 'Lease', priceCents: 2400, terms: 'One release, up to 50,000 streams, one video. Live as often as you are booked.\nCredit: prod. Callum Reyes. Others may lease it too.' },
    { name: 'Unlimited lease', priceCents: 8900, terms: 'As many releases, streams and videos as you like, for ever. Film and radio included.\nCredit: prod. Callum Reyes. Others may lease it too.' },
    { name: 'Exclusive', priceCents: exclusiveCents, isExclusive: true, terms: 'Yours alone from the day you buy it: release it, perform it, license it on. Leases that were sold before stay good.\nCallum keeps half of the writer’s share.' },
  ];
}

/** What Night Bus sells beside its classes. */
export const nightBusProducts: SeedProduct[] = [
  {
    key: 'last-38', kind: 'beat', title: 'Last 38', summary: 'The beat from the class, finished: drums that lean back, a bass that doesn’t, and one line on an upright piano.',
    description: prose`<p>Made on the top deck between Springburn and the river. The clap is eleven milliseconds late and the kick is on time; that is all there is to it. The stop bell in the preview is our tag. It is not in the file that you get.</p>`,
    versions: [{ label: '1.0', notes: 'Untagged WAV, loops clean at eight bars.', daysAgo: 41, files: [last38.whole] }],
    music: { bpm: 84, musicalKey: 'Am', tags: 'late, boom bap, dusty', preview: last38.tagged, licences: beatLicences(42_000) },
  },
  {
    key: 'trongate', kind: 'beat', title: 'Trongate, raining', summary: 'Slow, wet and wide. Room for a voice that isn’t in a hurry.',
    description: prose`<p>Four chords on the piano in the back room and a hat that sounds like the gutter. There is nothing between 300 and 900 hertz, on purpose: that is where you go.</p>`,
    versions: [{ label: '1.0', notes: 'Untagged WAV, six bars.', daysAgo: 27, files: [trongate.whole] }],
    music: { bpm: 72, musicalKey: 'Em', tags: 'slow, rain, piano', preview: trongate.tagged, licences: beatLicences(38_000) },
  },
  {
    key: 'depot-lights', kind: 'beat', title: 'Depot lights', summary: 'Four on the floor at ten to six, when the first ones go out again.',
    description: prose`<p>Straight, for once. Organ stabs through a broken spring, bass by hand.</p>`,
    versions: [{ label: '1.0', notes: 'Untagged WAV, twelve bars.', daysAgo: 63, files: [depotLights.whole] }],
    music: { bpm: 124, musicalKey: 'Dm', tags: 'house, organ', preview: depotLights.tagged, licences: beatLicences(55_000) },
  },
  {
    key: 'last-38-stems', kind: 'stems', title: 'Last 38, taken apart', summary: 'Drums, bass, keys and melody of “Last 38” as four files that start on the same sample.',
    description: prose`<p>Put them into a session at 84 and they line up. Mute the drums first and find out how little the rest does without them.</p>`,
    versions: [{ label: '1.0', notes: 'Four WAVs of 23 seconds.', daysAgo: 34, files: last38.stems }],
    music: {
      bpm: 84, musicalKey: 'Am', tags: 'late, boom bap', preview: last38.tagged,
      licences: [
        { name: 'To learn from', priceCents: 900, terms: 'Open it, mute it, mix it, show it in class. Not to be released.' },
        { name: 'To remix', priceCents: 3900, terms: 'One remix, released wherever you like. Credit: Last 38 by Callum Reyes.' },
      ],
    },
  },
  {
    key: 'doors', kind: 'sample-pack', title: 'Doors, closing', summary: 'Eight doors of one city, recorded dry. They make better drums than drums.',
    description: prose`
      <p>Sive spent a winter waiting for people to leave. Folding doors, an underground carriage, a minicab, a fridge; two locks, one hinge, and the air that comes after.</p>
      <p>One microphone, no processing. Pitch them down before you reach for anything else.</p>`,
    versions: [{ label: '1.0', notes: 'Eight WAVs, mono.', daysAgo: 19, files: doorFiles }],
    music: {
      tags: 'doors, found sound, drums', preview: doorsPreview.tagged,
      licences: [{ name: 'Royalty-free', priceCents: 1800, terms: 'In as many tracks of your own as you like, sold or not. Not as samples again, alone or in another pack.' }],
    },
  },
  {
    key: 'kitchen-radio', kind: 'download', title: 'Kitchen radio', summary: 'What Noor’s one speaker does to your mix, for any reverb that loads impulse responses.', priceCents: 1200, givesLicenceKeys: true,
    description: prose`<p>Put it last on the master and listen quietly. If the song survives the fridge, it survives cars. The key is for the loader that comes with it: one key, one person, as many machines as you own.</p>`,
    versions: [
      { label: '1.0', notes: 'The shelf and the fridge.', daysAgo: 75, files: [kitchenRadio.shelf, kitchenRadio.fridge] },
      { label: '1.1', notes: 'New: with the oven door open, which is how most of you listen.', daysAgo: 12, files: [kitchenRadio.shelf, kitchenRadio.fridge, kitchenRadio.oven] },
    ],
  },
  {
    key: 'finish-it', kind: 'bundle', title: 'Finish it this month', summary: 'Both of Noor’s classes and the radio she mixes on.', priceCents: 7900, parts: ['mix-quiet', 'let-it-go', 'kitchen-radio'],
    description: prose`<p>Week one and two: mix it quietly. Week three: leave it alone. Week four: let it go out.</p>`,
  },
  {
    key: 'four-sounds', kind: 'lead-magnet', title: 'Four sounds from the 38', summary: 'A door, a bell, an engine at the lights and somebody’s change. Free, for your address.',
    description: prose`<p>Recorded by Sive on one journey, cut and levelled. Make something of them before you get home.</p>`,
    consentText: 'Night Bus Audio may write to me about new beats and classes, about once a month. I can stop that with one press in each mail.',
    versions: [{ label: '1.0', notes: '', daysAgo: 50, files: busSounds }],
  },
];

/** Who bought what. “Depot lights” is gone. */
export const nightBusPurchases: SeedPurchase[] = [
  { studentKey: 'ines-b', productKey: 'kitchen-radio', daysAgo: 20 },
  { studentKey: 'ada', productKey: 'depot-lights', licence: 'Lease' },
  { studentKey: 'kes', productKey: 'depot-lights', licence: 'Exclusive' },
  { studentKey: 'ada', productKey: 'last-38', licence: 'Unlimited lease' },
];
