import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { CAN_READ_PDF, pageMillimetres, pagePicture, pdfFacts } from '../fixtures/documents/pdfFacts.ts';
import { handsOn } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { readGreyMap, readSquareCode } from '../support/readSquareCode.ts';
import { matchAda, mixForAda } from '../support/referenceSession.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { inBothThemes } from './support/pages.ts';

it('a label is made into a PDF whose code reads as its number, again as REPRINT 2, and scanned from the syringe', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const session = await matchAda({ ...window, clock });
  const label = await mixForAda({ ...window, clock }, session);
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const hands = handsOn(page);
  await openChair(hands, 2);
  await hands.sees('Print the label');
  expect(await inBothThemes(page, 'label')).toEqual([]);
  const savedAs = async (): Promise<Buffer> => {
    await hands.press('Save PDF');
    const said = await page.getByText(/^Saved as /).innerText();
    await hands.sees('Say why the label is printed again.');
    return readFileSync(said.replace('Saved as ', ''));
  };

  const first = await savedAs();
  if (CAN_READ_PDF) {
    expect(pageMillimetres(first).width).toBeCloseTo(76, 0);
    expect(readSquareCode(readGreyMap(pagePicture(first, 203)))).toBe(label);
    expect(pdfFacts(first).pages).toHaveLength(1);
  }
  await hands.type('Why REPRINT 2', 'torn');
  await hands.pick('Bag', 'Label size');
  expect(await inBothThemes(page, 'reprint')).toEqual([]);
  await hands.press('Save PDF');
  await page.getByText(/label REPRINT 2\.pdf$/).waitFor();
  const again = readFileSync((await page.getByText(/^Saved as /).innerText()).replace('Saved as ', ''));
  if (CAN_READ_PDF) {
    expect(pageMillimetres(again).height).toBeCloseTo(51, 0);
    expect(pdfFacts(again).pages.join('\n')).toContain('REPRINT 2, torn');
  }

  // A scanner types the whole number and Enter.
  await hands.type('Last 4 of the label', label);
  await hands.press(/^Save the label/);
  await hands.sees('Before the start');
  await hands.press('Label');
  await hands.sees(`Label ${label}`);
  await hands.type('Why REPRINT 3', 'wet');
  expect(await inBothThemes(page, 'again')).toEqual([]);
  await hands.press('Copy by hand');
  await hands.sees('Label, to copy by hand');
  expect(await inBothThemes(page, 'byHand')).toEqual([]);
  const { timeline } = await window.call('session:load', { session });
  expect(timeline.map(({ text }) => text).filter((text) => text.startsWith('Label '))).toEqual([
    `Label ${label} printed`,
    `Label ${label} printed, REPRINT 2`,
    `Label ${label.slice(-4)} checked`,
    `Label ${label} copied by hand, REPRINT 3`,
  ]);
});
