/** What a WebM file says of itself, as far as the demo's promises go. */
export type WebmFacts = { docType: string; durationSeconds: number; cuePoints: number; cuesBeforeMedia: boolean };

const ids = {
  ebml: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, segmentFacts: 0x1549a966,
  scale: 0x2ad7b1, duration: 0x4489, cues: 0x1c53bb6b, cuePoint: 0xbb, cluster: 0x1f43b675,
};
const containers = new Set([ids.ebml, ids.segment, ids.segmentFacts, ids.cues]);

/** Reads the head of a WebM file: its length, and whether a player can jump in it. */
export function readWebm(bytes: Uint8Array): WebmFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts: WebmFacts = { docType: '', durationSeconds: 0, cuePoints: 0, cuesBeforeMedia: false };
  let scale = 1_000_000;
  let sawCluster = false;
  let at = 0;

  while (at < bytes.length - 1) {
    const id = readVarint(view, at, true);
    const size = readVarint(view, id.next, false);
    if (id.value === ids.docType) facts.docType = new TextDecoder().decode(bytes.subarray(size.next, size.next + size.value));
    if (id.value === ids.scale) scale = readUnsigned(view, size.next, size.value);
    if (id.value === ids.duration) facts.durationSeconds = size.value === 8 ? view.getFloat64(size.next) : view.getFloat32(size.next);
    if (id.value === ids.cluster) sawCluster = true;
    if (id.value === ids.cues) facts.cuesBeforeMedia = !sawCluster;
    if (id.value === ids.cuePoint) facts.cuePoints += 1;
    at = containers.has(id.value) ? size.next : size.next + size.value;
  }
  return { ...facts, durationSeconds: (facts.durationSeconds * scale) / 1e9 };
}

/** EBML's numbers say their own length by the place of their first set bit; ids keep that bit, sizes drop it. */
function readVarint(view: DataView, at: number, keepMark: boolean): { value: number; next: number } {
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  const lead = keepMark ? first : first & (0xff >> length);
  return { value: lead * 256 ** (length - 1) + readUnsigned(view, at + 1, length - 1), next: at + length };
}

function readUnsigned(view: DataView, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}
