import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../../src/contract/views/session.ts';
import { type Paths, userPaths } from '../../src/main/paths.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { CAN_READ_PDF, pdfFacts } from '../fixtures/documents/pdfFacts.ts';
import { playReferenceSession, REFERENCE_ENTRY, type Scene } from '../play/referencePlay.ts';
import { byTabKey } from '../play/tabKey.ts';
import { DAY, TODAY, ZONE } from '../support/times.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { filesWith } from './support/filesWith.ts';
import { axeViolations } from './support/pages.ts';

const LOG_VERIFY = join(import.meta.dirname, '..', '..', 'scripts', 'run', 'logVerify.ts');

/** What stood on the screen at each scene, and what axe had against it. */
const seen = new Map<Scene, { readonly text: string; readonly violations: readonly string[] }>();
const temporary = process.env['TMPDIR'];
let home: string;
let paths: Paths;
let window: OpenWindow;
let record: SessionView;
const faults: string[] = [];
/** What somebody without a mouse would miss on the way. */
const unreached = new Set<string>();
/** Keys pressed while the form of the second entry was open. */
let keysOfSecondEntry = 0;
/** Besides the values themselves. */
const MOST_KEYS = 30;
/** 1366 x 768 at 200 %. */
const ENLARGED = { width: 683, height: 384 };

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'infusion-desk-play-'));
  paths = userPaths(home);
  // Whatever anybody puts away for a moment lands where it can be looked through.
  process.env['TMPDIR'] = join(home, 'tmp');
  mkdirSync(process.env['TMPDIR']);
  const clock = createSetClock(TODAY, ZONE);
  window = await openWindow({ paths, clock, theme: 'dim' });
  const { page } = window;
  await page.setViewportSize(ENLARGED);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  await playReferenceSession({
    page,
    clock,
    zone: ZONE,
    day: DAY,
    reach: byTabKey(page, unreached),
    at: async (scene) => {
      if (scene === 'firstEntry') await countKeys(page);
      if (scene === 'matched') keysOfSecondEntry = await keysCounted(page);
      const text = (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');
      seen.set(scene, { text, violations: await axeViolations(page) });
    },
  });
  const patient = await window.patient('okafor ada');
  const { rows } = await window.call('patient:sessions', { patient, after: null });
  record = await window.call('session:load', { session: rows[0]?.id ?? '' });
}, 300_000);

afterAll(async () => {
  await window.app.close();
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  rmSync(home, { recursive: true, force: true });
});

/** Counts every key from the moment the form of the second entry stands until it is gone. */
function countKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    Reflect.set(globalThis, 'keysCounted', 0);
    const isOpen = (): boolean =>
      [...document.querySelectorAll('button')].some(({ textContent }) => /^Compare/.test(textContent));
    const count = (): void => {
      if (isOpen()) Reflect.set(globalThis, 'keysCounted', Reflect.get(globalThis, 'keysCounted') + 1);
    };
    document.addEventListener('keydown', count, { capture: true });
  });
}

function keysCounted(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(globalThis, 'keysCounted'));
}

const squeezed = (text = ''): string => text.replace(/\s+/g, ' ');
const textOf = (scene: Scene): string => seen.get(scene)?.text ?? '';

describe('the reference session, played by keyboard alone through the window at 200 %', () => {
  it('shows the order worked out: 36 mg, 36 mL, 54 mL/h, and the sentence to sign', () => {
    const plan = textOf('plan');
    expect(plan).toContain('36 mg');
    expect(plan).toContain('54 mL/h');
    expect(plan).toContain('0.75 mg/kg/h');
    expect(plan).toMatch(/Authorise 0\.5 mg\/kg over 40 min = 36 mg for OKAFOR, Ada — enter passphrase/);
  });

  it('gives to the digit what the acceptance table says, at the second it says', () => {
    const rows = record.timeline
      .filter(({ strong, clinical }) => strong && clinical)
      .map(({ done, text, rate, given, givenPerKg }) => [
        new Date(done.happenedAt).toISOString().slice(11, 19),
        text.replaceAll('\u00a0', ' '),
        rate,
        given,
        givenPerKg,
      ]);
    expect(rows).toEqual([
      ['10:00:00', 'Start, pump P-03', '54 mL/h', '0 mL', '0 mg/kg'],
      ['10:12:00', 'Rate 54 → 40.5 (nausea)', '40.5 mL/h', '10.8 mL', '0.15 mg/kg'],
      ['10:20:00', 'Pause (distress)', '0 mL/h', '16.2 mL', '0.225 mg/kg'],
      ['10:25:00', 'Resume', '40.5 mL/h', '16.2 mL', '0.225 mg/kg'],
      ['10:54:20', 'Complete, pump 36 mL', '0 mL/h', '36 mL', '0.5 mg/kg'],
      ['11:32:00', 'Discharged with escort', null, '36 mL', '0.5 mg/kg'],
    ]);
  });

  it('says before the change what it does: 40.5 mL/h, 0.5625 mg/kg/h, new end 10:49:20', () => {
    expect(textOf('rate')).toContain('Change Chair 2 to 40.5 mL/h (0.5625 mg/kg/h). New end 10:49:20.');
  });

  it('balances the vial to 0 and is signed by the nurse, then by the prescriber', () => {
    expect(record.state).toBe('SIGNED');
    expect(record.reconciliation).toMatchObject({
      opened: '200 mg',
      given: '36 mg',
      wasted: '164 mg',
      unaccounted: '0 mg',
      balances: true,
    });
    expect(record.check).toMatchObject({
      first: { by: { name: 'R. Lim' } },
      second: { by: { name: 'J. Osei' } },
    });
    expect(record.signatures.nurse?.done.by.name).toBe('R. Lim');
    expect(record.signatures.prescriber?.done.by.name).toBe('Dr S. Patel');
    expect(textOf('signed')).toMatch(/SIGNED v1 15:02 R\. Lim RN;\s+countersigned 15:20 Dr S\. Patel/);
  });

  it('shows the focus wherever it is, in sight, on targets of 44 px or more', () => {
    expect([...unreached]).toEqual([]);
  });

  it('takes no more than 30 keys beyond the values for the second entry', () => {
    // The drug is picked, not typed.
    const values = Object.values({ ...REFERENCE_ENTRY, drug: '' }).join('').length;
    expect(keysOfSecondEntry).toBeGreaterThan(values);
    expect(keysOfSecondEntry - values).toBeLessThanOrEqual(MOST_KEYS);
  });

  it('names training on every screen', () => {
    const without = [...seen].filter(([scene, { text }]) => scene !== 'doors' && !text.includes('TRAINING'));
    expect(without.map(([scene]) => scene)).toEqual([]);
  });

  it('has nothing for axe on any screen', () => {
    const found = [...seen].flatMap(([scene, { violations }]) => violations.map((one) => `${scene} ${one}`));
    expect(found).toEqual([]);
  });

  it('leaves who the patient is in no file but the record, its backups and the papers that were asked for', () => {
    const isMeant = (file: string): boolean =>
      file.startsWith(paths.documents) || /\.db(-wal|-shm|-journal)?$|backup/i.test(file);
    const canaries = [
      'OKAFOR',
      'Okafor',
      'T004-271-88',
      'Sam Okafor',
      'ondansetron',
      '1984-03-09',
      '09-Mar-1984',
    ];
    // The home has the program's folders, the browser's and the temporary ones.
    expect(window.browserFolder.startsWith(home)).toBe(true);
    expect(filesWith(home, canaries, isMeant)).toEqual([]);
    expect(filesWith(home, canaries)).not.toEqual([]);
    expect(window.said.filter((line) => canaries.some((canary) => line.includes(canary)))).toEqual([]);
  });

  it('leaves nothing in the console and no fault on the terminal', () => {
    expect(faults).toEqual([]);
    expect(window.said.filter((line) => !line.startsWith('Started by the root user'))).toEqual([]);
  });
});

describe.skipIf(!CAN_READ_PDF)('its papers, read back with other tools', () => {
  const papers = (): readonly string[] => readdirSync(paths.documents).sort();
  const read = (name: RegExp) => {
    const file = papers().find((candidate) => name.test(candidate)) ?? '';
    return pdfFacts(readFileSync(join(paths.documents, file)));
  };

  it('are the order sheet as two copies and the signed record on A4 and on Letter', () => {
    expect(papers()).toHaveLength(3);
    const sheet = read(/order/i).pages.join('\n');
    expect(sheet).toContain('Copy 1 of 2');
    expect(sheet).toContain('Copy 2 of 2');
    expect(sheet).not.toMatch(/72 kg|54 mL\/h|36 mL/);
  });

  it('say on the record what the screen says, and that it is signed', () => {
    const { pages, written } = read(/v1\.pdf$/);
    expect(pages).toHaveLength(1);
    const page = squeezed(pages[0]);
    for (const words of [
      'OKAFOR, Ada',
      'TRAINING · SIGNED v1',
      'Rate 54 → 40.5',
      '10:54:20',
      '0.5625 mg/kg/h',
      'R. Lim RN 09:21, J. Osei RN 09:26',
      '200 − 36 − 164 = 0 mg unaccounted.',
    ])
      expect(page).toContain(words);
    expect(squeezed(written[0])).toContain('Countersigned electronically 14-Nov-2025 15:20');
  });
});

describe('its record, checked from outside', () => {
  it('is whole, and a byte that is changed afterwards is found in the event it stands in', async () => {
    await window.app.close();
    const file = recordFiles(paths).training;
    const check = () =>
      spawnSync(process.execPath, [LOG_VERIFY, file], {
        encoding: 'utf8',
        env: { ...process.env, XDG_CONFIG_HOME: paths.config },
      });
    const whole = check();
    expect(whole.stdout).toContain('chain whole');
    expect(whole.status).toBe(0);

    const bytes = readFileSync(file);
    const place = bytes.lastIndexOf('"pumpVolume":"36 mL"');
    expect(place).toBeGreaterThan(0);
    bytes[place + '"pumpVolume":"3'.length] = '7'.charCodeAt(0);
    writeFileSync(file, bytes);
    const changed = check();
    expect(changed.status).toBe(1);
    expect(changed.stdout).toMatch(/event \d+ has been changed/);
  });
});
