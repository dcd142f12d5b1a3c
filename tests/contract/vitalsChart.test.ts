import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSamplePage, type SamplePage } from '../fixtures/documents/printedSamples.ts';
import type { SampleName } from '../fixtures/documents/samples.ts';

let charts: SamplePage;

beforeAll(async () => {
  charts = await openSamplePage();
});

afterAll(async () => {
  await charts.close();
});

describe('the vitals chart', () => {
  describe('on the screen', () => {
    beforeAll(() => charts.show('reference', 'A4', 'charts'));

    it('says where its values can be read', async () => {
      const chart = charts.page.locator('[data-chart=recovery] svg[role=img]');
      expect(await chart.getAttribute('aria-label')).toBe(
        'Vital signs 09:52 to 11:25, pump rate and effects. Every value is in the timeline.',
      );
    });

    it.each(['running', 'recovery', 'started', 'notStarted', 'many', 'severe'])(
      'sets no figure or word over another: %s',
      async (name) => {
        expect(await overlappingTexts(`[data-chart=${name}] svg[role=img]`)).toEqual([]);
      },
    );

    it('gives every figure beside the marks', async () => {
      const words = await charts.page.locator('[data-chart=running] svg[role=img] text').allTextContents();
      for (const figure of [
        '128',
        '76',
        '78',
        '141',
        '88',
        '91',
        '98',
        '153.6',
        '102.4',
        'now 10:18',
        'late',
      ])
        expect(words).toContain(figure);
    });
  });

  it.each<SampleName>(['reference', 'override', 'long', 'clocksBack', 'draft', 'rows4'])(
    'sets no figure or word over another on paper: %s',
    async (name) => {
      await charts.show(name, 'A4');
      await charts.page.emulateMedia({ media: 'print' });
      const found = await overlappingTexts('[data-print-root] svg[role=img]');
      await charts.page.emulateMedia({ media: 'screen' });
      expect(found).toEqual([]);
    },
  );
});

/** Pairs of texts whose boxes cover each other by more than a hair. */
function overlappingTexts(selector: string): Promise<readonly string[]> {
  return charts.page.evaluate((chart) => {
    const texts = [...document.querySelectorAll(`${chart} text`)].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { words: element.textContent, left, top: top + height * 0.2, width, height: height * 0.6 };
    });
    return texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter(
          (other) =>
            one.left + 1 < other.left + other.width &&
            other.left + 1 < one.left + one.width &&
            one.top < other.top + other.height &&
            other.top < one.top + one.height,
        )
        .map((other) => `${one.words} / ${other.words}`),
    );
  }, selector);
}
