import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/main/clock.ts';
import { openSecondEntry, typeEntry } from '../play/referencePlay.ts';
import { filesWith } from './support/filesWith.ts';
import { type Desk, FIRST, FIRST_VALUES, firstEntryTyped, SECOND } from './support/firstEntry.ts';
import { everythingInPage } from './support/pages.ts';

/** The values that are nowhere but in the first entry, as they would stand in a file. */
const VALUES = [FIRST.weight, FIRST.pumpRate, FIRST.volumeToGive];
/** A message without what is drawn at random or worked out over the whole record. */
const plainly = (message: string): string => message.replace(/"(logHead|code|id|hash)":"[^"]*"/g, '');

/** Where the record itself lies, its copies, and the ballast of random bytes: both entries stand in the record for ever. */
const isRecord = (file: string): boolean => /\.db(-wal|-shm|-journal)?$|backup|ballast$/i.test(file);

/** The log of the terminal, the folder of the browser, and everything else below the home but the record. */
function expectNothingWritten({ window, paths }: Desk): void {
  expect(window.said.filter((line) => FIRST_VALUES.test(line))).toEqual([]);
  expect(filesWith(window.browserFolder, VALUES)).toEqual([]);
  expect(filesWith(dirname(paths.data), VALUES, isRecord)).toEqual([]);
}

/** A program whose clock breaks with a fault that says all it must not, once, where the entries are handled. */
function brokenInEntries() {
  const state = { breaks: false, broke: 0 };
  const clock = <Kind extends Clock>(real: Kind): Kind =>
    new Proxy(real, {
      get: (target, name) => {
        if (state.breaks && name === 'now' && new Error().stack?.includes('entries.ts')) {
          state.breaks = false;
          state.broke += 1;
          throw new Error(`first entry ${VALUES.join(' ')} of OKAFOR`);
        }
        return Reflect.get(target, name) as unknown;
      },
    });
  return { state, clock };
}

describe('while the second person types, the first one’s values are', () => {
  it('not told by a fault of the page, nor by a fault of the program that has them in its text', async () => {
    const { state, clock } = brokenInEntries();
    const desk = await firstEntryTyped(clock);
    const { window, hands } = desk;
    const before = window.heard.length;
    await openSecondEntry(hands);
    await typeEntry(hands, 2, SECOND);
    await window.page.evaluate(() => {
      setTimeout(() => {
        throw new Error(`on the page: ${document.body.innerText}`);
      });
      void Promise.reject(new Error('a promise nobody waited for'));
    });
    await expect.poll(() => window.said.filter((line) => line.includes('met a fault')).length).toBe(2);
    state.breaks = true;
    await hands.press(/^Compare/);
    await hands.sees(/NOT SAVED|Not saved/);
    expect(state.broke).toBe(1);
    expect(window.said.join('\n')).toMatch(/entry:submit failed: Error at /);
    expect(await everythingInPage(window.page)).not.toMatch(FIRST_VALUES);
    expect(window.said.join('\n')).not.toMatch(/OKAFOR|74\.9/);
    expectNothingWritten(desk);
    const sent = window.heard.slice(before).map(plainly);
    expect(sent.filter((message) => FIRST_VALUES.test(message))).toEqual([]);
    // What was typed is still there, and Compare goes on as if nothing had been.
    await hands.press(/^Compare/);
    await hands.page.getByRole('heading', { name: 'The entries do not agree' }).waitFor();
  });

  it('nowhere after the window broke down: not on the new one, in its messages, in a dump or on the terminal', async () => {
    const desk = await firstEntryTyped();
    const { window, hands } = desk;
    await openSecondEntry(hands);
    await typeEntry(hands, 2, SECOND);
    const before = window.heard.length;
    const browser = await window.page.context().newCDPSession(window.page);
    void browser.send('Page.crash').catch(() => undefined);
    await expect
      .poll(() => window.pageNow() !== window.page && window.pageNow(), { timeout: 30_000 })
      .toBeTruthy();
    expect(window.said.join('\n')).toContain('The window broke down and is opened again.');
    const page = window.pageNow() ?? window.page;
    await page.getByRole('heading').first().waitFor();
    const shown = await everythingInPage(page);
    expect(shown).not.toMatch(FIRST_VALUES);
    expect(shown).not.toMatch(/74\.9|56\.2|37\.4/);
    const sent = window.heard.slice(before).map(plainly);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((message) => FIRST_VALUES.test(message))).toEqual([]);
    expectNothingWritten(desk);
    expect(filesWith(window.browserFolder, ['MDMP'])).toEqual([]);
  });
});
