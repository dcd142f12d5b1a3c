import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { browserArguments, installedBrowser } from '../browser.mjs';

/**
 * Every component in every state: builds the gallery, takes a picture of each component in each theme, and with a
 * display opens it in the installed browser.
 *
 * Pictures: `gallery-output/<theme>/<Component>.png`; what takes the whole window has one picture per story, and
 * once more at 200 % of the smallest screen in `gallery-output/zoom-200/`. Names after the command
 * (`npm run gallery -- Button Sheet`) take only those; `--pictures` opens nothing.
 */

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '..', '..', 'gallery-output');
const site = join(output, 'site');
const THEMES = ['dim', 'night', 'light'];
const SCREEN = { width: 1440, height: 900 };
/** 1366 x 768 at 200 %. */
const ZOOMED = { width: 683, height: 384 };
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const { values: options, positionals: wanted } = parseArgs({
  options: { pictures: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const executablePath = installedBrowser();
await buildSite();
const { server, address } = await serve();
if (executablePath === undefined) console.log('No installed Chromium, Chrome or Edge: no pictures taken.');
else await takePictures(executablePath, address);
if (options.pictures || executablePath === undefined || !hasDisplay()) server.close();
else await openWindow(executablePath, address);

async function buildSite() {
  await build({
    root: join(here, '..', '..', 'tests', 'gallery'),
    base: './',
    logLevel: 'warn',
    configFile: false,
    plugins: [react()],
    build: { outDir: site, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  });
}

/** Serves the built files to this machine only. */
async function serve() {
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://gallery').pathname, response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

async function answer(pathname, response) {
  const path = normalize(join(site, pathname));
  const file = path.endsWith(sep) ? join(path, 'index.html') : path;
  const content = file.startsWith(site) ? await readFile(file).catch(() => undefined) : undefined;
  response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
  response.end(content ?? 'Not here');
}

async function takePictures(executablePath, address) {
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  const page = await browser.newPage({ viewport: SCREEN, reducedMotion: 'reduce' });
  await page.goto(address);
  const components = Object.entries(await page.evaluate(() => window.galleryStories)).filter(
    ([component]) => wanted.length === 0 || wanted.includes(component),
  );
  for (const theme of THEMES) {
    await freshFolder(theme);
    for (const [component, stories] of components) await pictureComponent(page, theme, component, stories);
    console.log(`${components.length} components in ${theme}: ${join(output, theme)}`);
  }
  await freshFolder('zoom-200');
  await page.setViewportSize(ZOOMED);
  for (const [component, stories] of components)
    await pictureAlone(page, 'dim', component, stories, 'zoom-200');
  console.log(`The whole-window ones at 200 %: ${join(output, 'zoom-200')}`);
  await browser.close();
}

async function freshFolder(name) {
  if (wanted.length === 0) await rm(join(output, name), { recursive: true, force: true });
  await mkdir(join(output, name), { recursive: true });
}

async function pictureComponent(page, theme, component, stories) {
  if (stories.some(({ solo }) => !solo)) {
    await show(page, { component, theme, bare: '' });
    await page.screenshot({ path: join(output, theme, `${component}.png`), fullPage: true });
  }
  await pictureAlone(page, theme, component, stories, theme);
}

async function pictureAlone(page, theme, component, stories, folder) {
  let taken = 0;
  for (const [place, { name, solo }] of stories.entries()) {
    if (!solo) continue;
    await show(page, { component, theme, story: `${place}` });
    const first = taken === 0 && stories.every((story) => story.solo);
    const file = first ? `${component}.png` : `${component}, ${name}.png`;
    await page.screenshot({ path: join(output, folder, file), fullPage: true });
    taken += 1;
  }
}

async function show(page, asked) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, new URLSearchParams(asked).toString());
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}

/** Windows and macOS always have one; elsewhere the session says so. */
function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openWindow(executablePath, address) {
  const profile = join(output, 'browser-profile');
  const browser = spawn(
    executablePath,
    [...browserArguments(), `--user-data-dir=${profile}`, '--no-first-run', `--app=${address}`],
    { stdio: 'ignore' },
  );
  console.log(`The gallery is open at ${address}. Close its window to end.`);
  await new Promise((closed) => browser.on('exit', closed));
  server.close();
}
