import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import packageJson from '../../package.json' with { type: 'json' };
import { logVerify } from '../../src/main/commands/logVerify.ts';
import { anchorFile } from '../../src/main/eventLog/anchor.ts';
import { userPaths } from '../../src/main/paths.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock, momentAt } from '../../src/main/setClock.ts';
import { settle } from '../../tests/play/hands.ts';
import { playReferenceSession, type SavedPaper, type Scene } from '../../tests/play/referencePlay.ts';
import { openWindow } from '../../tests/support/window.ts';
import { demoPage, type Picture } from './demoPage.ts';

/** The day and place of the acceptance scenarios. */
const DAY = '2025-11-14';
const ZONE = 'Europe/London';
const OUTPUT = join(import.meta.dirname, '..', '..', 'demo-output');
const THEMES = ['dim', 'light'] as const;
const SECOND = 1_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

process.exitCode = await playDemo();

/** Plays the session, takes a picture of every scene in both themes, and writes the page that shows them. */
async function playDemo(): Promise<number> {
  const began = performance.now();
  say('Playing the reference session by keyboard, from the two doors to the countersigned record.');
  rmSync(OUTPUT, { recursive: true, force: true });
  const screens = join(OUTPUT, 'screens');
  mkdirSync(screens, { recursive: true });
  const paths = userPaths(OUTPUT);
  const clock = createSetClock(momentAt(DAY, '09:00', ZONE), ZONE);
  const window = await openWindow({ paths, clock, theme: 'dim', version: packageJson.version });
  const pictures: Picture[] = [];
  let saved: readonly SavedPaper[] = [];
  try {
    saved = await playReferenceSession({
      page: window.page,
      clock,
      zone: ZONE,
      day: DAY,
      at: async (scene) => {
        pictures.push(await takePictures(window.page, screens, scene, pictures.length + 1));
      },
    });
  } finally {
    await window.app.close();
  }
  const record = recordFiles(paths).training;
  const verified = logVerify([record, '--anchor', anchorFile(paths.config, record)], say);
  const papers = saved.map(({ title, path }) => ({ title, path: relative(OUTPUT, path) }));
  const page = { pictures, papers, record: relative(OUTPUT, record), isWhole: verified === 0 };
  writeFileSync(join(OUTPUT, 'index.html'), demoPage(page));
  say(
    `Played in ${Math.round((performance.now() - began) / SECOND)} s: ${pictures.length} scenes, ${papers.length} papers.`,
  );
  say(`Look at it:  ${join('demo-output', 'index.html')}`);
  return verified;
}

/** The same moment in the dim and in the light theme; the play goes on in the dim one. */
async function takePictures(page: Page, folder: string, scene: Scene, place: number): Promise<Picture> {
  const files = { dim: '', light: '' };
  for (const theme of THEMES) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    await settle(page);
    const name = `${String(place).padStart(2, '0')}-${scene}-${theme}.png`;
    await page.screenshot({ path: join(folder, name) });
    files[theme] = `screens/${name}`;
  }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dim';
  });
  await settle(page);
  return { scene, ...files };
}
