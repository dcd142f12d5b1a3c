import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LABEL_SIZES, type LabelSize } from '../../src/core/session/events.ts';
import { LABEL_MILLIMETRES } from '../../src/core/session/labelSizes.ts';
import { LABEL_SAMPLES, type LabelSampleName } from '../fixtures/documents/labelSamples.ts';
import {
  CAN_READ_PDF,
  type PdfFacts,
  pageMillimetres,
  pagePicture,
  pdfFacts,
} from '../fixtures/documents/pdfFacts.ts';
import { openSamplePage, type SamplePage } from '../fixtures/documents/printedSamples.ts';
import { readGreyMap, readSquareCode } from '../support/readSquareCode.ts';

const NAMES = Object.keys(LABEL_SAMPLES) as LabelSampleName[];
/** Everything but the texts that are too long for the smaller labels. */
const EVERY = LABEL_SIZES.flatMap((size) => NAMES.map((name) => [size, name] as const)).filter(
  ([size, name]) => size === 'bag' || name !== 'long',
);
/** UX 7, scenario 45. */
const FORBIDDEN = /µg|μg|\bml\b|\bcc\b|(?<![\d])\.\d|\d\.0\b|\bIU\b/;

let sample: SamplePage;

beforeAll(async () => {
  sample = await openSamplePage();
});

afterAll(() => sample.close());

type Printed = PdfFacts & { readonly pdf: Buffer; readonly text: string };

async function print(size: LabelSize, name: LabelSampleName): Promise<Printed> {
  await sample.showLabel(name, size);
  const pdf = await sample.pdf();
  const facts = pdfFacts(pdf);
  return { ...facts, pdf, text: facts.written.join(' ').replace(/\s+/g, ' ').trim() };
}

describe.skipIf(!CAN_READ_PDF)('a printed label', () => {
  it.each(EVERY)('is one page of its own size in real text: %s, %s', async (size, name) => {
    const { pages, pdf, fonts, text } = await print(size, name);
    expect(pages).toHaveLength(1);
    const { width, height } = LABEL_MILLIMETRES[size];
    expect(pageMillimetres(pdf).width).toBeCloseTo(width, 0);
    expect(pageMillimetres(pdf).height).toBeCloseTo(height, 0);
    for (const font of fonts) {
      expect(font).toMatchObject({ kind: 'CID TrueType', isEmbedded: true });
      expect(font.name).toMatch(/Inter-(Regular|SemiBold)$/);
    }
    expect(text).not.toMatch(FORBIDDEN);
    expect(text).not.toMatch(/mL\/h/);
  });

  it.each([203, 300])('has a code that reads as its number at %i dots per inch', async (dots) => {
    for (const size of LABEL_SIZES) {
      const { pdf } = await print(size, 'reference');
      expect(readSquareCode(readGreyMap(pagePicture(pdf, dots))), size).toBe('KT-0412');
    }
  });

  it.each(EVERY)('has nothing cut off and nothing over its margin: %s, %s', async (size, name) => {
    await sample.showLabel(name, size);
    const outside = await sample.page.evaluate(() => {
      const label = document.querySelector('#shown [data-label]');
      const box = label?.getBoundingClientRect();
      if (!label || !box) return ['no label'];
      const texts = [...label.querySelectorAll('*')].filter((each) => !(each instanceof SVGPathElement));
      return texts
        .filter((each) => {
          const own = each.getBoundingClientRect();
          const over = own.right > box.right - 2 || own.bottom > box.bottom - 1 || own.left < box.left + 2;
          return (
            over || own.top < box.top + 1 || (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
          );
        })
        .map((each) => `${each.className}: ${each.textContent}`);
    });
    expect(outside).toEqual([]);
  });

  it('gives a bag every line of the order of the document', async () => {
    const { text } = await print('bag', 'bag');
    expect(text).toMatch(
      /^ketamine 1,000 mg in 500 mL = 2 mg per mL in sodium chloride 0\.9 % DIAZ, Maria Born 17-Jan-1979 Record 004-188-31 Chair 3 IV INFUSION ONLY Prepared 14-Nov-2025 09:40 R\. Lim \/ checked J\. Osei Use by 14-Nov-2025 21:40 0412 KT-0412$/,
    );
  });

  it('gives a syringe the same in less room, and the flag what finds its patient', async () => {
    const syringe = (await print('syringe', 'reference')).text;
    for (const words of [
      'ketamine',
      '1 mg per mL',
      '50 mg in 50 mL sodium chloride 0.9 %',
      'OKAFOR, Ada',
      'IV INFUSION ONLY',
      'Born 09-Mar-1984 Record 004-271-88 Chair 2',
      '14-Nov-2025 09:40 R. Lim / J. Osei',
      'Use by 14-Nov-2025 21:40',
      'KT-0412',
    ])
      expect(syringe).toContain(words);
    expect((await print('flag', 'reference')).text).toBe(
      'ketamine 1 mg per mL OKAFOR, A · 004-271-88 use by 14-Nov 21:40 0412',
    );
  });

  it.each(LABEL_SIZES)(
    'says REPRINT, TRAINING and EXAMPLE where they hold, and nowhere else: %s',
    async (size) => {
      const marked = (await print(size, 'trainingReprint')).text;
      expect(marked).toContain(size === 'flag' ? 'REPRINT 2' : 'REPRINT 2, torn');
      expect(marked).toContain('TRAINING');
      if (size !== 'flag') expect(marked).toContain('EXAMPLE');
      expect((await print(size, 'reference')).text).not.toMatch(/REPRINT|TRAINING|EXAMPLE/);
    },
  );

  it('keeps every word of texts that are far too long', async () => {
    const together = (await print('bag', 'long')).text.replaceAll(' ', '');
    for (const words of [
      'esketamine hydrochloride (EXAMPLE brand)',
      'FEATHERSTONEHAUGH-WOLFESCHLEGELSTEINHAUSEN, Maximiliana Bartholomea',
      'glucose 5 % with sodium chloride 0.45 %',
      'ZT-004-188-31-77',
      'W. Abercrombie-Smythe',
      'torn and wet, then smeared too',
    ])
      expect(together).toContain(words.replaceAll(' ', ''));
  });

  it('is not made where the texts do not fit at their smallest', async () => {
    await sample.page.goto('about:blank');
    await sample.page.goto('https://app.invalid/#long,flag,label');
    await sample.page.getByText('too long').waitFor();
    expect(await sample.page.locator('[data-print-root]').count()).toBe(0);
  });

  it('runs under the strict policy without a complaint', () => {
    expect(sample.complaints).toEqual([]);
  });
});
