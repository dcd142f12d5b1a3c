import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn } from '../play/hands.ts';
import { trainingProfile } from '../support/clinic.ts';
import { runAda, startAda } from '../support/referenceSession.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { inBothThemes } from './support/pages.ts';

it('a page is held against its record: scanned, typed, misread, out of date and of no version', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const session = await startAda({ ...window, clock });
  const request = { kind: 'sessionSummary', session } as const;
  const { print } = await window.call('document:load', request);
  await window.call('document:print', { ...request, paper: 'A4', position: print.position });
  const { number } = await window.call('session:load', { session });
  await page.reload();
  const hands = handsOn(page);
  await hands.press('Verify');

  // A scanner types like a keyboard and presses Enter.
  const scan = async (text: string): Promise<void> => {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await scan(`${number} V1 ${print.code}`);
  await hands.sees('Matches the record as it stands, which is not signed');
  await hands.sees('OKAFOR, Ada');
  expect(await page.getByLabel('Code').inputValue()).toBe(print.code);
  expect(await inBothThemes(page, 'verify')).toEqual([]);

  // The next page is scanned over the one before.
  await scan(`KT-2025-000001 V1 ${print.code}`);
  await hands.sees('Does not match any version');
  expect(await inBothThemes(page, 'verifyNone')).toEqual([]);

  await runAda({ ...window, clock }, session);
  await window.signIn('lim');
  await hands.press('Verify');
  await page.getByLabel('Record number').selectText();
  await scan(number);
  await hands.type('Code', print.code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await hands.sees(/^Matches a draft printed 14-Nov-2025 .* copy 1$/);

  await scan(`${print.code.slice(0, -1)}${print.code.endsWith('2') ? '3' : '2'}`);
  await hands.sees('Code: a character is misread. Its check does not fit. Type it again.');

  await scan((await window.call('document:load', request)).print.code);
  await hands.sees('Matches the record as it stands, which is not signed');
  await hands.press('Open the record');
  await page
    .getByRole('heading', { name: /Recovery/ })
    .first()
    .waitFor();
});
