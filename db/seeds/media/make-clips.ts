/**
 * Films the demo's clips: draws every frame in headless Chromium, plays the
 * sounds into a WAV, and lets ffmpeg (Debian's `ffmpeg` package, with libvpx
 * and libopus) make seekable WebM of them. The films are in git; run this only
 * after changing a scene:
 *
 *   node db/seeds/media/make-clips.ts [name …]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packedChromium from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';
import { allScenes } from './all-scenes.ts';
import { stageSize, type ClipScene } from './clip-scene.ts';
import { stageInks } from './shapes-to-svg.ts';
import { renderSounds, wavOf } from './tone.ts';

const { width, height, framesPerSecond } = stageSize;
const soundRate = 48_000;

const wanted = process.argv.slice(2);
const scenes = Object.values(allScenes).filter((scene) => wanted.length === 0 || wanted.includes(scene.name));
const browser = await chromium.launch({ executablePath: await packedChromium.executablePath(), args: packedChromium.args, headless: true });
try {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(await stagePage());
  await page.evaluate('document.fonts.ready.then(() => true)');
  for (const scene of scenes) {
    await film(scene, page);
    process.stdout.write(`${scene.name}: ${scene.seconds} s\n`);
  }
} finally {
  await browser.close();
}

async function film(scene: ClipScene, page: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'melody-clip-'));
  const soundFile = join(folder, 'sound.wav');
  await writeFile(soundFile, wavOf(renderSounds(scene.sounds, { seconds: scene.seconds, rate: soundRate }), soundRate));

  const film = fileURLToPath(new URL(`./clips/${scene.name}.webm`, import.meta.url));
  const ffmpeg = spawn('ffmpeg', encoding(soundFile, scene.seconds, film), { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(ffmpeg, 'exit');
  for await (const frame of framesOf(scene, page)) {
    if (!ffmpeg.stdin.write(frame)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} while filming ${scene.name}`);
}

/** The frames as PNG; one that looks like the last is not drawn again. */
async function* framesOf(scene: ClipScene, page: Page): AsyncGenerator<Buffer> {
  let shown = '';
  let frame: Buffer = Buffer.alloc(0);
  for (let index = 0; index < scene.seconds * framesPerSecond; index += 1) {
    const drawing = scene.draw(index / framesPerSecond);
    if (drawing !== shown) {
      await page.evaluate(`document.getElementById('stage').innerHTML = ${JSON.stringify(drawing)}`);
      frame = await page.screenshot({ type: 'png' });
      shown = drawing;
    }
    yield frame;
  }
}

/** A key frame every two seconds and cues before the media, so that a player can jump at once. */
function encoding(soundFile: string, seconds: number, film: string): string[] {
  return [
    '-loglevel', 'error', '-y',
    '-f', 'image2pipe', '-framerate', String(framesPerSecond), '-c:v', 'png', '-i', '-',
    '-i', soundFile,
    '-c:v', 'libvpx-vp9', '-pix_fmt', 'yuv420p', '-crf', '39', '-b:v', '0', '-g', '50',
    '-deadline', 'good', '-cpu-used', '3', '-row-mt', '1',
    '-c:a', 'libopus', '-b:a', '48k', '-ac', '1',
    '-fflags', '+bitexact', '-map_metadata', '-1',
    '-cues_to_front', '1', '-t', String(seconds), film,
  ];
}

async function stagePage(): Promise<string> {
  const faces = await Promise.all([
    fontFace('Fraunces Variable', '@fontsource-variable/fraunces/files/fraunces-latin-full-normal.woff2', 'normal'),
    fontFace('Fraunces Variable', '@fontsource-variable/fraunces/files/fraunces-latin-full-italic.woff2', 'italic'),
    fontFace('Inter Variable', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', 'normal'),
  ]);
  const warm = faces.map((_, index) => `<text font-family="${index < 2 ? 'Fraunces Variable' : 'Inter Variable'}"${index === 1 ? ' font-style="italic"' : ''}>a</text>`);
  return (
    `<!doctype html><style>${faces.join('')} body { margin: 0; background: ${stageInks.paper} } svg { display: block }</style>` +
    `<svg id="stage" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${warm.join('')}</svg>`
  );
}

async function fontFace(family: string, file: string, style: string): Promise<string> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return `@font-face { font-family: '${family}'; font-style: ${style}; font-weight: 100 900; src: url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2') }`;
}
