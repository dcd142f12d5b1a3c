import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAN_READ_PDF, pdfFacts } from '../fixtures/documents/pdfFacts.ts';
import { openSamplePage, type SamplePage } from '../fixtures/documents/printedSamples.ts';
import { SCRIPT_NAMES, type ScriptName } from '../fixtures/documents/scriptNames.ts';

const RIGHT_TO_LEFT: readonly ScriptName[] = ['arabic', 'hebrew'];

let sample: SamplePage;

beforeAll(async () => {
  sample = await openSamplePage();
});

afterAll(() => sample.close());

/** What a reader of the paper copies out of it: signs of direction and the places where lines break left out. */
const bare = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, '');

describe.skipIf(!CAN_READ_PDF)('a name on paper', () => {
  it.each(Object.keys(SCRIPT_NAMES) as ScriptName[])(
    'reads as it was typed, in a bundled font: %s',
    async (script) => {
      await sample.show(script, 'A4');
      const { pages, fonts } = pdfFacts(await sample.pdf());
      expect(pages).toHaveLength(1);
      const text = bare(pages.join('\n'));
      const [family, given] = SCRIPT_NAMES[script];
      // In the header with the family name in capitals, and in a note as it was typed. What is read from right to left comes
      // out of a PDF in another order of its words.
      if (!RIGHT_TO_LEFT.includes(script)) expect(text).toContain(bare(`${family.toUpperCase()}, ${given}`));
      for (const part of [family, given]) expect(text).toContain(bare(part));
      for (const { name, isEmbedded, kind } of fonts) {
        expect(isEmbedded, name).toBe(true);
        expect(kind, name).toMatch(/^CID/);
        expect(name).toMatch(/(Inter-(Regular|SemiBold)|NotoSans\w*-Medium)$/);
      }
    },
  );

  it('has a number where no font has a sign, and no font of the computer', async () => {
    await sample.show('unknownSigns', 'A4');
    const { written, fonts } = pdfFacts(await sample.pdf());
    expect(bare(written.join(' '))).toContain(bare('Calm [U+1F600], said [U+13000]well[U+13000]'));
    expect(fonts.map(({ name }) => name).filter((name) => !/Inter-(Regular|SemiBold)$/.test(name))).toEqual(
      [],
    );
  });
});
