import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentData } from '../../src/contract/views/documents.ts';
import { allergiesNeedTheBody, pageFrame } from '../../src/renderer/documents/pageFrame.ts';
import type { PaperName } from '../../src/renderer/documents/printPage.ts';
import { printedTimeline } from '../../src/renderer/documents/sessionSummary/printedTimeline.ts';
import { CAN_READ_PDF, type PdfFacts, pagePicture, pdfFacts } from '../fixtures/documents/pdfFacts.ts';
import { openSamplePage, type SamplePage } from '../fixtures/documents/printedSamples.ts';
import { SAMPLES, type SampleName } from '../fixtures/documents/samples.ts';
import { readGreyMap, readSquareCode } from '../support/readSquareCode.ts';

const PAPERS: readonly PaperName[] = ['A4', 'Letter'];
const NAMES = Object.keys(SAMPLES) as SampleName[];
const DISTINCT: readonly SampleName[] = [
  'reference',
  'draft',
  'override',
  'long',
  'clocksBack',
  'orderSheetTraining',
];
/** UX 7, scenario 45. */
const FORBIDDEN = /µg|μg|\bml\b|\bcc\b|(?<![\d])\.\d|\d\.0\b(?!\s°C)|\bIU\b/;

let sample: SamplePage;
const printed = new Map<string, PdfFacts>();

beforeAll(async () => {
  sample = await openSamplePage();
});

afterAll(() => sample.close());

async function print(name: SampleName, paper: PaperName = 'A4'): Promise<PdfFacts> {
  const key = `${name} ${paper}`;
  const known = printed.get(key);
  if (known) return known;
  await sample.show(name, paper);
  const facts = pdfFacts(await sample.pdf());
  printed.set(key, facts);
  return facts;
}

const wholeText = (facts: PdfFacts): string => facts.pages.join('\n');
const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

describe('the sample documents', () => {
  it.each(NAMES)('%s fits the contract', (name) => {
    expect(documentData.parse(SAMPLES[name])).toEqual(SAMPLES[name]);
  });
});

describe('the frame of a page', () => {
  it('names patient, record, code, head of the log, and who printed it', () => {
    expect(pageFrame(SAMPLES.reference)).toEqual({
      clinic: 'Tide Clinic, Infusion unit',
      title: 'Infusion session summary',
      name: 'OKAFOR, Ada (Ms)',
      status: 'SIGNED v1',
      identity: 'Born 09-Mar-1984 (41 y)  ·  Female  ·  Record 004-271-88  ·  14-Nov-2025, Chair 2',
      allergies: 'Known allergies: ondansetron',
      record:
        'Record KT-2025-000412 v1  ·  Code 7F3K-9QXM-2C4T-W8RA-J5  ·  log 214 · 3fa9c1d2  ·  Printed 14-Nov-2025 15:21 by R. Lim, copy 1',
      notice:
        'Infusion Desk records and calculates only. It does not control the pump and is not a monitor. EXAMPLE — NOT FOR CLINICAL USE',
      watermark: null,
    });
  });

  it('says TRAINING beside the status and across the page', () => {
    const frame = pageFrame(SAMPLES.orderSheetTraining);
    expect(frame.status).toBe('TRAINING · AUTHORISED');
    expect(frame.watermark).toBe('TRAINING');
  });

  it('never cuts allergies short: what does not fit is announced and listed in the body', () => {
    expect(pageFrame(SAMPLES.override).allergies).toBe('Known allergies: see the list on page 1');
    expect(allergiesNeedTheBody(SAMPLES.override)).toBe(true);
    expect(allergiesNeedTheBody(SAMPLES.reference)).toBe(false);
  });
});

describe.skipIf(!CAN_READ_PDF)('a printed session summary', () => {
  it('has a code that reads as record number, version and code, and has nothing of the patient in it', async () => {
    await sample.show('reference', 'A4');
    expect(readSquareCode(readGreyMap(pagePicture(await sample.pdf(), 200)))).toBe(
      'KT-2025-000412 V1 7F3K-9QXM-2C4T-W8RA-J5',
    );
  });

  it.each(PAPERS)('puts the reference session on one page of %s', async (paper) => {
    const { pages } = await print('reference', paper);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Page 1 of 1');
  });

  it.each<SampleName>(['rows4', 'rows10', 'rows14', 'rows17', 'rows20', 'rounded'])(
    'keeps a short session on one page: %s',
    async (name) => {
      expect((await print(name)).pages).toHaveLength(1);
    },
  );

  it.each(DISTINCT)('has the same text and the same breaks on A4 and Letter: %s', async (name) => {
    const [onA4, onLetter] = [await print(name, 'A4'), await print(name, 'Letter')];
    expect(onLetter.written.map(squeezed)).toEqual(onA4.written.map(squeezed));
  });

  it.each(DISTINCT)('embeds every font as CID TrueType: %s', async (name) => {
    const { fonts } = await print(name);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) {
      expect(font).toMatchObject({ kind: 'CID TrueType', isEmbedded: true });
      expect(font.name).toMatch(/Inter-(Regular|SemiBold)$/);
    }
  });

  it.each(DISTINCT)('writes no forbidden notation: %s', async (name) => {
    expect(wholeText(await print(name))).not.toMatch(FORBIDDEN);
  });

  it('prints the figures of the worked session to the digit', async () => {
    const rows = wholeText(await print('reference')).split('\n');
    const row = (time: string): string => squeezed(rows.find((text) => text.startsWith(time)) ?? '');
    expect(row('10:00:00 Start')).toContain('10:00:00 Start, pump P-03 54 0 0 RL');
    expect(row('10:12:00 Rate')).toContain('10:12:00 Rate 54 → 40.5 (nausea) 40.5 10.8 0.15 RL');
    expect(row('10:20:00 Pause')).toContain('10:20:00 Pause (distress) 0 16.2 0.225 RL');
    expect(row('10:25:00 Resume')).toContain('10:25:00 Resume 40.5 16.2 0.225 RL');
    expect(row('10:54:20 Complete')).toContain('10:54:20 Complete, pump 36 mL 0 36 0.5 RL');
  });

  it('adds up what was delivered and accounts for every milligram', async () => {
    const text = squeezed(wholeText(await print('reference')));
    for (const stretch of ['12 min × 54 mL/h 10.8 mL', '8 min × 40.5 mL/h 5.4 mL', '5 min, paused 0 mL'])
      expect(text).toContain(stretch);
    expect(text).toContain('29 min 20 s × 40.5 mL/h 19.8 mL');
    expect(text).toContain('200 − 36 − 164 = 0 mg unaccounted.');
  });

  it.each<SampleName>(['reference', 'override', 'long', 'rows20'])(
    'prints every row of the timeline once: %s',
    async (name) => {
      const data = SAMPLES[name];
      if (data.kind !== 'sessionSummary') throw new Error('Not a summary.');
      const text = wholeText(await print(name));
      const rows = printedTimeline(data);
      for (const { time, event } of rows) {
        const beginning = `${time} ${event.split(' ').slice(0, 2).join(' ')}`;
        const found = text.split('\n').filter((row) => squeezed(row).includes(beginning.replace(/,$/, '')));
        expect(found, beginning).toHaveLength(1);
      }
      expect(text).toContain(`End, ${rows.length} events`);
      expect(text).not.toContain('Order authorised');
    },
  );

  it('repeats header and table head on the second page of a long session', async () => {
    const { pages } = await print('long');
    expect(pages).toHaveLength(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('OKAFOR, Ada (Ms)');
      expect(page).toContain('Record 004-271-88');
      expect(page).toContain(`Page ${index + 1} of 2`);
      expect(page).toContain('Code 7F3K-9QXM-2C4T-W8RA-J5');
      expect(squeezed(page)).toMatch(/Time Event .*By/);
    }
  });

  it('says in words what is missing and what there was none of', async () => {
    const text = squeezed(wholeText(await print('draft')));
    for (const words of [
      'not yet',
      'No vital signs recorded yet',
      'Effects: none recorded.',
      'Other medicines: none.',
      'Not recorded: the infusion has not ended.',
      'Overrides: none. Corrections: none.',
      'Late entries: none.',
      'Pump volume at the end: not recorded.',
      'Not signed',
    ])
      expect(text).toContain(words);
  });

  it('prints every override with its reason and its person', async () => {
    const text = squeezed(wholeText(await print('override')));
    for (const words of [
      'dose 0.8 mg/kg, above the soft limit 0.75 mg/kg: “tolerance shown in last session” Dr S. Patel.',
      'although not met: Minimum observation; Systolic within 20 % of baseline; Drank; Escort is here.',
      '“transferred to the ward with a nurse” Dr S. Patel.',
      'stopped early 10:23:30: “pressure above the action limit, patient asked to stop” R. Lim.',
      'Pump 33.1 mL, record 33.84 mL: 0.74 mL (2.19 %). Reason: line kinked for about 30 s.',
      'By pump 33.1 mg, 0.4597 mg/kg 33.1 mL',
      '171/n.r.',
      'n.r. not recorded',
      'amoxicillin with clavulanic acid, anaphylaxis',
    ])
      expect(text).toContain(words);
  });

  it('marks a late entry with both of its times', async () => {
    const text = squeezed(wholeText(await print('reference')));
    expect(text).toContain('10:10:00 Vitals, late entry 10:14:10');
    expect(text).toContain('Late entries: 1, at 10:10 (recorded 10:14:10).');
  });

  it('says TRAINING on every page', async () => {
    const { pages } = await print('override');
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page).toContain('TRAINING · SIGNED v1');
  });

  it('draws the watermark on every page, and none on a signed record of a clinic', async () => {
    expect((await print('override')).ink(2, 0.4, 0.8)).toBeGreaterThan(200);
    expect((await print('long')).ink(2, 0.7, 0.85)).toBe(0);
    const plain = (await print('reference')).ink(1, 0.1, 0.9);
    expect((await print('referenceTraining')).ink(1, 0.1, 0.9)).toBeGreaterThan(plain + 200);
    const draft = await print('draft');
    expect(wholeText(draft)).toContain('UNSIGNED DRAFT');
    expect(draft.ink(1, 0.47, 0.5)).toBeGreaterThan(0);
  });
});

describe.skipIf(!CAN_READ_PDF)('a printed order sheet', () => {
  it('gives the order twice, with boxes and the rule for halves, and cuts between', async () => {
    const { pages } = await print('orderSheet');
    expect(pages).toHaveLength(1);
    const text = squeezed(pages[0] ?? '');
    expect(text.match(/0\.5 mg\/kg 40 min/g)).toHaveLength(2);
    expect(text.match(/Halves round down/g)).toHaveLength(2);
    expect(text).toMatch(/Copy 1 of 2.*cut here, one copy for each person.*Copy 2 of 2/);
    expect(text).toContain('0.375 to 0.75 mg/kg/h; bolus not allowed');
    expect(text).toContain('Dr Sunil Patel, licence MD 20417');
    expect(text).toContain('library EXAMPLE 2025.11-v7');
  });

  it('holds no weight, no rate and no volume to give, on paper or in the page', async () => {
    const blind = /(?<![\d.-])(?:72|36|54|27|40\.5|0\.9|45)(?![\d.-])/;
    expect(wholeText(await print('orderSheet')).replaceAll('0.9 %', '')).not.toMatch(blind);
    await sample.show('orderSheet', 'A4');
    const said = await sample.page.evaluate(() => {
      const root = document.querySelector('[data-print-root]');
      const everything = [document.documentElement, ...(root?.querySelectorAll('*') ?? [])];
      const attributes = everything
        .filter((element) => !(element instanceof SVGElement))
        .flatMap((element) => [...element.attributes].filter(({ name }) => name !== 'class'))
        .map(({ value }) => value);
      return [...attributes, root?.textContent ?? '', document.title].join('\n');
    });
    expect(said.replaceAll(/0\.9\s%/g, '')).not.toMatch(blind);
  });
});

describe('the page beside the application', () => {
  it('shows nothing of the document on screen and nothing of the screen on paper', async () => {
    await sample.show('reference', 'A4');
    const shown = () =>
      sample.page.evaluate(() => ({
        application: document.querySelector('main')?.checkVisibility(),
        document: document.querySelector('[data-print-root]')?.checkVisibility(),
      }));
    expect(await shown()).toEqual({ application: true, document: false });
    await sample.page.emulateMedia({ media: 'print' });
    expect(await shown()).toEqual({ application: false, document: true });
    await sample.page.emulateMedia({ media: 'screen' });
  });

  it('leaves no header text behind when the document is put away', async () => {
    await sample.show('reference', 'A4');
    const left = () =>
      sample.page.evaluate(
        () =>
          [...document.documentElement.attributes].filter(({ name }) => name.startsWith('data-print')).length,
      );
    expect(await left()).toBeGreaterThan(8);
    await sample.page.getByRole('button', { name: 'Put away' }).click();
    await expect.poll(left).toBe(0);
    expect(await sample.page.locator('[data-print-root]').count()).toBe(0);
  });

  it('says once that it is ready, however often its data is loaded anew', async () => {
    await sample.show('reference', 'A4');
    await sample.page.getByRole('button', { name: 'Load anew' }).click();
    await sample.page.waitForTimeout(300);
    expect(await sample.page.locator('main').getAttribute('data-ready')).toBe('1');
  });

  it.each([...DISTINCT, 'rounded'] as const)(
    'has nothing wider than its box, so that the paper is not shrunk: %s',
    async (name) => {
      await sample.show(name, 'A4');
      await sample.page.emulateMedia({ media: 'print' });
      await sample.page.setViewportSize({ width: 703, height: 900 });
      const wide = await sample.page.evaluate(() =>
        [...document.querySelectorAll('[data-print-root], [data-print-root] *')]
          .filter((element) => !(element instanceof SVGElement) && element.clientWidth > 0)
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => `${element.className}: ${element.textContent?.slice(0, 40)}`),
      );
      await sample.page.emulateMedia({ media: 'screen' });
      await sample.page.setViewportSize({ width: 1366, height: 768 });
      expect(wide).toEqual([]);
    },
  );

  it('previews a document with the very texts of the printed frame', async () => {
    await sample.show('reference', 'A4', 'preview');
    const text = squeezed((await sample.page.locator('article').innerText()).replaceAll('\u00a0', ' '));
    const { watermark: _none, ...frame } = pageFrame(SAMPLES.reference);
    for (const words of Object.values(frame)) expect(text).toContain(squeezed(words));
  });

  it('runs under the strict policy without a complaint', () => {
    expect(sample.complaints).toEqual([]);
  });
});
