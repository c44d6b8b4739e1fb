import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/modules/tenancy/presets/presets.schema.ts';
import { findProfileType } from '../../src/modules/tenancy/profiles/profile-types.schema.ts';
import { carrel } from './carrel/carrel.ts';
import { heronHouse } from './heron-house/heron-house.ts';
import { melody } from './melody/melody.ts';
import { nightBus } from './night-bus/night-bus.ts';
import { prose } from './prose.ts';
import { quietStrings } from './quiet-strings/quiet-strings.ts';
import { secondDesk } from './second-desk/second-desk.ts';
import { allowedTags, type SeedCourse, type SeedMedia, type SeedSchool } from './seed-content.ts';

const schools = [melody, quietStrings, heronHouse, carrel, secondDesk, nightBus];

describe.each(schools)('$name', (school) => {
  const lessons = school.courses.flatMap(lessonsOf);

  test('people, courses and addresses are each named once', () => {
    expectUnique(school.cast.map(({ key }) => key));
    expectUnique(school.cast.map(({ email }) => email));
    expectUnique(school.courses.map(({ key }) => key));
    expectUnique(school.courses.map(({ slug }) => slug));
    for (const { slug } of school.courses) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { email } of school.cast) expect(email.endsWith(`@${school.slug}.example`)).toBe(true);
    expect(school.cast.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  test('every course is taught by someone who may teach', () => {
    const teachers = school.cast.filter(({ role }) => role === 'owner' || role === 'instructor').map(({ key }) => key);

    for (const course of school.courses) expect(teachers).toContain(course.instructorKey);
  });

  test('nothing is empty', () => {
    for (const course of school.courses) {
      for (const text of [course.title, course.summary, course.description, ...course.outcomes]) expect(text.trim()).not.toBe('');
      expect(course.outcomes.length).toBeGreaterThan(0);
      for (const section of course.sections) expect(section.lessons.length).toBeGreaterThan(0);
    }
    for (const lesson of lessons) {
      expect(lesson.title.trim()).not.toBe('');
      expect(wordsOf(lesson.bodyHtml ?? '')).toBeGreaterThan(4);
    }
  });

  test('text lessons say 80 to 250 words; the others carry their media', () => {
    for (const lesson of lessons) {
      if (lesson.kind !== 'text') expect(lesson.media, lesson.title).toBeDefined();
      else {
        expect(wordsOf(lesson.bodyHtml ?? ''), lesson.title).toBeGreaterThanOrEqual(80);
        expect(wordsOf(lesson.bodyHtml ?? ''), lesson.title).toBeLessThanOrEqual(250);
      }
    }
  });

  test('a published course shows at least one lesson before it is bought', () => {
    for (const course of school.courses.filter(({ status }) => status === 'published')) {
      expect(lessonsOf(course).some(({ isPreview }) => isPreview), course.slug).toBe(true);
    }
  });

  test('lesson titles are told apart within a course', () => {
    for (const course of school.courses) expectUnique(lessonsOf(course).map(({ title }) => title));
  });

  test('the HTML is what the editor knows, closed in order', () => {
    const texts = [school.about, school.notice?.html ?? '', ...school.courses.map(({ description }) => description), ...lessons.map(({ bodyHtml }) => bodyHtml ?? '')];

    for (const text of texts) expect(faultIn(text), text.slice(0, 60)).toBeNull();
  });

  test('what is said in German answers what is said in English, line by line', () => {
    const { german } = school;
    if (!german) return;
    expect(german.voices).toHaveLength(school.voices?.length ?? 0);
    expect(german.timetable?.rows.map(({ place }) => place !== '')).toEqual(school.timetable?.rows.map(({ place }) => place !== ''));
  });

  test('products are named once, say what they are, and point to what there is', () => {
    const products = school.products ?? [];
    const keys = [...school.courses, ...products].map(({ key }) => key);
    expectUnique(keys);
    expectUnique(products.map(({ title }) => title));
    for (const { title, summary, description, versions = [], music, parts = [] } of products) {
      for (const text of [title, summary, description]) expect(text.trim()).not.toBe('');
      expect(faultIn(description), title).toBeNull();
      expect(versions.every(({ files }) => files.length > 0), title).toBe(true);
      expect(versions.length > 0 || parts.length > 1, title).toBe(true);
      for (const part of parts) expect(keys, title).toContain(part);
      if (music) expect(music.licences.every(({ terms }) => wordsOf(terms) > 8), title).toBe(true);
    }
    for (const { productKey, studentKey, licence } of school.purchases ?? []) {
      const product = products.find(({ key }) => key === productKey);
      expect(school.cast.find(({ key }) => key === studentKey)?.role).toBe('student');
      expect(licence === undefined ? product?.priceCents : product?.music?.licences.map(({ name }) => name), productKey).toBeDefined();
      if (licence !== undefined) expect(product?.music?.licences.map(({ name }) => name)).toContain(licence);
    }
  });

  test('every file is what it says, for the kind of lesson it is in', async () => {
    const kinds = { video: 'video/webm', audio: 'audio/wav', pdf: 'application/pdf' };
    for (const lesson of lessons) {
      if (lesson.kind === 'video' || lesson.kind === 'audio' || lesson.kind === 'pdf') expect(lesson.media?.mediaType).toBe(kinds[lesson.kind]);
    }
    for (const media of mediaOf(school)) {
      const bytes = await media.bytes();
      expect((await fileTypeFromBuffer(bytes))?.mime, media.name).toBe(media.mediaType);
      expect(bytes.length, media.name).toBeGreaterThan(1_000);
    }
  }, 60_000);
});

test('the schools share no person and no course', () => {
  expectUnique(schools.flatMap(({ cast }) => cast.map(({ email }) => email)));
  expectUnique(schools.flatMap(({ courses }) => courses.map(({ slug }) => slug)));
});

test('there is a school of each kind, with something free to begin', () => {
  expect([...new Set(schools.map(({ preset }) => preset))].sort()).toEqual(presets.map(({ value }) => value).sort());
  for (const { slug, courses } of schools.filter(({ slug }) => slug !== 'quiet-strings')) expect(courses.filter(({ priceCents, status }) => priceCents === 0 && status === 'published'), slug).not.toHaveLength(0);
});

test('profiles fit their types', () => {
  for (const { profile, key } of schools.flatMap(({ cast }) => cast)) {
    if (!profile) continue;
    const type = findProfileType(profile.type);
    expect(type, key).not.toBeNull();
    const names: string[] = type?.fields.map(({ name }) => name) ?? [];
    for (const name of Object.keys(profile.fields)) expect(names, `${key}: ${name}`).toContain(name);
  }
});

test('the checks themselves bite', () => {
  expect(faultIn('<p>fine <em>yes</em></p>')).toBeNull();
  expect(faultIn('<p>a<div>b</div></p>')).toBe('div');
  expect(faultIn('<p>a<em>b</p></em>')).toBe('/p');
  expect(faultIn('<p onclick="x">a</p>')).toBe('p onclick="x"');
  expect(prose`
    <p>One line
    goes on.</p>
    <p><em>Two</em> <strong>words</strong>.</p>`).toBe('<p>One line goes on.</p><p><em>Two</em> <strong>words</strong>.</p>');
});

/** The first tag that is not allowed, has attributes it should not, or closes out of order; null if all is well. */
function faultIn(html: string): string | null {
  const open: string[] = [];
  for (const [, tag = ''] of html.matchAll(/<([^>]*)>/g)) {
    const name = tag.replace(/^\//, '').replace(/ href="https:\/\/[^"]+"$/, '');
    if (!(allowedTags as readonly string[]).includes(name)) return tag;
    if (name === 'hr') continue;
    if (!tag.startsWith('/')) open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open.at(-1) ?? null;
}

function lessonsOf(course: SeedCourse) {
  return course.sections.flatMap(({ lessons }) => lessons);
}

function mediaOf(school: SeedSchool): SeedMedia[] {
  const lessons = school.courses.flatMap(lessonsOf).flatMap(({ media, attachments = [] }) => (media ? [media, ...attachments] : attachments));
  const products = (school.products ?? []).flatMap(({ versions = [], music }) => [...versions.flatMap(({ files }) => files), ...(music ? [music.preview] : [])]);
  const all = [...lessons, ...products];
  return [...new Map(all.map((media) => [media.name, media])).values()];
}

function wordsOf(html: string): number {
  return html.replace(/<[^>]+>/g, ' ').split(/\s+/).filter(Boolean).length;
}

function expectUnique(values: string[]): void {
  expect(new Set(values).size, values.join(', ')).toBe(values.length);
}
