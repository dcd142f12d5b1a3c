import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaperName } from '../../src/renderer/documents/printPage.ts';
import { manyEvents, marksOf } from '../fixtures/documents/manyEvents.ts';
import {
  CAN_READ_PDF,
  type PlacedWord,
  pagePicture,
  pagePictures,
  pdfFacts,
  placedWords,
} from '../fixtures/documents/pdfFacts.ts';
import { openSamplePage, type SamplePage } from '../fixtures/documents/printedSamples.ts';
import { SAMPLES } from '../fixtures/documents/samples.ts';
import { readGreyMap } from '../support/readSquareCode.ts';

/** The live box of UX 4 on each paper, in millimetres. */
const BOXES: Readonly<Record<PaperName, { readonly side: number; readonly top: number }>> = {
  A4: { side: 12, top: 21 },
  Letter: { side: 14.95, top: 12.2 },
};
const LIVE = { width: 186, height: 255 };
/** What a rule or the edge of a letter may reach over it by. */
const HAIR = 0.4;

const COUNTS = [1, 57, 900, 5000] as const;
const CASES = COUNTS.flatMap((count) => (['A4', 'Letter'] as const).map((paper) => ({ count, paper })));

let sample: SamplePage;
const made = new Map<string, Buffer>();

beforeAll(async () => {
  sample = await openSamplePage();
});

afterAll(() => sample.close());

async function pdfOf(count: (typeof COUNTS)[number], paper: PaperName): Promise<Buffer> {
  const known = made.get(`${count} ${paper}`);
  if (known) return known;
  await sample.show(`events${count}`, paper);
  const pdf = await sample.pdf();
  made.set(`${count} ${paper}`, pdf);
  return pdf;
}

describe.skipIf(!CAN_READ_PDF)('a record of any length on paper', () => {
  it.each(CASES)(
    'has every event once, and whole on one page: $count on $paper',
    async ({ count, paper }) => {
      const pages = placedWords(await pdfOf(count, paper));
      const pageOf = new Map<string, number[]>();
      for (const [page, words] of pages.entries())
        for (const { text } of words)
          if (/^(\[\d{5}|\d{5}\])$/.test(text)) pageOf.set(text, [...(pageOf.get(text) ?? []), page]);
      expect(pageOf.size).toBe(count * 2);
      for (let index = 0; index < count; index += 1) {
        const { first, last } = marksOf(index);
        expect(pageOf.get(first), first).toHaveLength(1);
        expect(pageOf.get(last), last).toEqual(pageOf.get(first));
      }
    },
  );

  it.each(CASES)(
    'names patient, record and page on every page: $count on $paper',
    async ({ count, paper }) => {
      const { pages } = pdfFacts(await pdfOf(count, paper));
      for (const [index, page] of pages.entries()) {
        for (const words of [
          'OKAFOR, Ada (Ms)',
          'Born 09-Mar-1984',
          'Record 004-271-88',
          '14-Nov-2025, Chair 2',
          'Record KT-2025-000412 v1',
          'Code 7F3K-9QXM-2C4T-W8RA-J5',
          'SIGNED v1',
          `Page ${index + 1} of ${pages.length}`,
        ])
          expect(page, `page ${index + 1}`).toContain(words);
      }
      const ends = pages.map((page) => page.includes(`End, ${count} event`));
      expect(ends).toEqual(pages.map((_, index) => index === pages.length - 1));
    },
  );

  it.each(CASES)(
    'has nothing outside its box, neither word nor ink: $count on $paper',
    async ({ count, paper }) => {
      const pdf = await pdfOf(count, paper);
      expect(placedWords(pdf).flatMap((words) => words.filter((word) => isOutside(word, paper)))).toEqual([]);
      expect(pagePictures(pdf, 50).map((picture) => inkOutside(picture, paper))).toEqual(
        placedWords(pdf).map(() => 0),
      );
    },
  );

  it('breaks at the same events on A4 and on Letter', async () => {
    const firstWords = async (paper: PaperName) =>
      placedWords(await pdfOf(900, paper)).map(
        (words) => words.find(({ text }) => /^\[\d{5}$/.test(text))?.text,
      );
    expect(await firstWords('Letter')).toEqual(await firstWords('A4'));
  });

  it('fits the contract however long it is', () => {
    expect(manyEvents(5000).session.timeline).toHaveLength(5000);
  });
});

describe.skipIf(!CAN_READ_PDF)('a record that is printed again', () => {
  const printedOf = async (name: 'reference' | 'referenceAgain') => {
    await sample.show(name, 'A4');
    return sample.pdf();
  };

  it('has the same text and the same pixels, but for when, by whom, which copy and the head of the log', async () => {
    const [once, again] = [await printedOf('reference'), await printedOf('referenceAgain')];
    const textOf = (pdf: Buffer) =>
      pdfFacts(pdf)
        .written.join('\n')
        .split('\n')
        .filter((row) => !row.includes('Printed '));
    expect(textOf(again)).toEqual(textOf(once));
    expect(textOf(once).join('\n')).toContain('200 − 36 − 164 = 0 mg unaccounted.');
    const [first, second] = [once, again].map((pdf) => readGreyMap(pagePicture(pdf, 100)));
    if (!first || !second) throw new Error('No page.');
    expect(second.width).toBe(first.width);
    // The print line is the first of the footer, 3.5 mm high.
    const rowOf = (millimetres: number) => Math.round((millimetres / 25.4) * 100);
    const [from, until] = [rowOf(BOXES.A4.top + LIVE.height - 9.4), rowOf(BOXES.A4.top + LIVE.height - 4.6)];
    const differing = new Set<number>();
    for (const [index, pixel] of first.pixels.entries())
      if (pixel !== second.pixels[index]) differing.add(Math.floor(index / first.width));
    expect([...differing].filter((row) => row < from || row > until)).toEqual([]);
    expect(differing.size).toBeGreaterThan(0);
  });
});

describe.skipIf(!CAN_READ_PDF)('the printed numbers, read back', () => {
  it.each(['reference', 'long', 'override'] as const)('are the record’s: %s', async (name) => {
    await sample.show(name, 'A4');
    const { pages } = pdfFacts(await sample.pdf());
    const rows = pages.flatMap((page) => page.split('\n')).map((row) => row.trim());
    const data = SAMPLES[name];
    const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: data.print.zone });
    for (const line of data.session.timeline) {
      if (!line.clinical || !line.vitals) continue;
      const { systolic, diastolic, heartRate, spo2, moaas } = line.vitals;
      const time = clock.format(line.done.happenedAt);
      const numbers = [`${said(systolic)}/${said(diastolic)}`, said(heartRate), said(spo2), said(moaas)].join(
        ' ',
      );
      const row = rows.find((each) => each.startsWith(`${time} `) && each.includes('Vitals'));
      const baseline = rows.find((each) => each.startsWith(`${time} `));
      expect((row ?? baseline ?? '').replace(/\s+/g, ' '), time).toContain(
        systolic === null && diastolic === null ? 'n.r.' : numbers,
      );
    }
  });

  const said = (value: number | null): string => (value === null ? 'n.r.' : `${value}`);
});

function isOutside(word: PlacedWord, paper: PaperName): boolean {
  const { side, top } = BOXES[paper];
  return (
    word.left < side - HAIR ||
    word.right > side + LIVE.width + HAIR ||
    word.top < top - HAIR ||
    word.bottom > top + LIVE.height + HAIR
  );
}

function inkOutside({ width, height, pixels }: ReturnType<typeof readGreyMap>, paper: PaperName): number {
  const { side, top } = BOXES[paper];
  const pixel = (millimetres: number): number => (millimetres / 25.4) * 50;
  let ink = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const inside =
        x >= pixel(side) - 1 &&
        x <= pixel(side + LIVE.width) + 1 &&
        y >= pixel(top) - 1 &&
        y <= pixel(top + LIVE.height) + 1;
      if (!inside && (pixels[y * width + x] ?? 255) < 200) ink += 1;
    }
  return ink;
}
