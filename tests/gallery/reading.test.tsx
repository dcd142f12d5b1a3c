import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import type { PatientBannerView } from '../../src/contract/views/people.ts';
import { zoneOf } from '../../src/renderer/components/limitScale.ts';
import { PatientBanner } from '../../src/renderer/components/PatientBanner.tsx';
import { Quantity } from '../../src/renderer/components/Quantity.tsx';
import { Timeline } from '../../src/renderer/components/Timeline.tsx';
import {
  formatCalendarDate,
  formatDate,
  formatDateTime,
  formatHourMinute,
  formatTime,
  formatWeekday,
  formatWhen,
} from '../../src/renderer/components/time.ts';
import { at, NOW, OKAFOR, OKAFOR_BLIND, TIMELINE, ZONE } from './people.ts';
import { renderStyled } from './rendered.tsx';

afterEach(cleanup);

describe('a quantity', () => {
  it('is heard with its unit in words', async () => {
    await renderStyled(<Quantity value="0.5 mg/kg" />);
    await expect.element(page.getByRole('img', { name: '0.5 milligrams per kilogram' })).toBeVisible();
  });

  it('is read as one text with a no-break space, and says one in the singular', async () => {
    const { container } = await renderStyled(<Quantity value="1 mg/mL" size={40} />);
    expect(container.textContent).toBe('1\u00a0mg\u00a0per\u00a0mL');
    await expect.element(page.getByRole('img', { name: '1 milligram per millilitre' })).toBeVisible();
  });

  it('drops a trailing zero and groups from 1,000', async () => {
    const { container } = await renderStyled(
      <>
        <Quantity value="72.0 kg" /> <Quantity value="2112 mg" />
      </>,
    );
    expect(container.textContent).toBe('72\u00a0kg 2,112\u00a0mg');
  });

  it('sets the fraction at 80 % and the unit at no more than half the size', async () => {
    const { container } = await renderStyled(<Quantity value="40.5 mL/h" size={64} />);
    const [point, fraction, unit] = [...container.querySelectorAll('span span')].map((part) =>
      Number.parseFloat(getComputedStyle(part).fontSize),
    );
    const whole = Number.parseFloat(getComputedStyle(container.querySelector('span') ?? container).fontSize);
    expect((fraction ?? 0) / whole).toBeCloseTo(0.8);
    expect((point ?? 0) / whole).toBeCloseTo(1.4);
    expect((unit ?? 0) / whole).toBeLessThanOrEqual(0.5);
  });
});

async function banner(patient: PatientBannerView) {
  const { container } = await renderStyled(
    <PatientBanner patient={patient} now={NOW} zone={ZONE} chair={2} />,
  );
  return container;
}

describe('the banner', () => {
  it('names the patient in the order and words of the record', async () => {
    const { textContent } = await banner(OKAFOR);
    expect(textContent).toContain('OKAFOR, Ada (Ms)Born 09-Mar-1984 (41y)Sex FemaleRecord 004-271-88');
    expect(textContent).toContain('Known allergiesondansetron — rash (2019)');
    expect(textContent).toContain('Weight 72\u00a0kg today 09:12= 159\u00a0lb');
  });

  it('holds neither birth date nor age nor weight while an entry is blind, in text or attributes', async () => {
    const { outerHTML } = await banner(OKAFOR_BLIND);
    for (const hidden of ['1984', 'Mar', '41y', '72', '159', 'Weight']) {
      expect(outerHTML.replace('004-271-88', ''), hidden).not.toContain(hidden);
    }
  });

  for (const [status, words] of [
    ['none', 'No known allergies'],
    ['unobtainable', 'Allergies unavailable'],
    [null, 'Allergies not recorded'],
  ] as const) {
    it(`says "${words}"`, async () => {
      const allergies = status === null ? null : { status, items: [] };
      const { textContent } = await banner({ ...OKAFOR, allergies });
      expect(textContent).toContain(words);
    });
  }
});

describe('a timeline', () => {
  it('says of a late entry when it was recorded', async () => {
    await renderStyled(<Timeline rows={TIMELINE} zone={ZONE} empty="Not started" />);
    await expect.element(page.getByText('late entry, recorded 10:14')).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'late entry' })).toBeVisible();
  });
});

describe('times and dates', () => {
  const winter = Date.UTC(2025, 10, 14, 9, 5, 0);
  const summer = Date.UTC(2026, 8, 1, 23, 30, 9);

  it('are 24 h, hyphenated and in the zone that is asked for', () => {
    expect(formatTime(winter, ZONE)).toBe('09:05:00');
    expect(formatHourMinute(winter, ZONE)).toBe('09:05');
    expect(formatDate(winter, ZONE)).toBe('14-Nov-2025');
    expect(formatDateTime(winter, 'Asia/Tokyo')).toBe('14-Nov-2025 18:05');
    expect(formatWeekday(winter, ZONE)).toBe('Fri');
  });

  it('write September as Sep and midnight as 00', () => {
    expect(formatDateTime(summer, ZONE)).toBe('02-Sep-2026 00:30');
    expect(formatTime(summer, ZONE)).toBe('00:30:09');
  });

  it('say today only of the same day in the same zone', () => {
    expect(formatWhen(at(9, 12), NOW, ZONE)).toBe('today 09:12');
    expect(formatWhen(at(-1, 12), NOW, ZONE)).toBe('13-Nov-2025 23:12');
  });

  it('leave a birthday where it is', () => {
    expect(formatCalendarDate('1984-03-09')).toBe('09-Mar-1984');
  });
});

describe('limits on the bar', () => {
  const limits = {
    softMinimum: '0.25 mg/kg',
    softMaximum: '0.75 mg/kg',
    hardMinimum: '0.1 mg/kg',
    hardMaximum: '1 mg/kg',
  } as const;

  it('a value equal to a limit is inside it', () => {
    expect(zoneOf('0.75 mg/kg', limits)).toBe('inside');
    expect(zoneOf('1 mg/kg', limits)).toBe('warn');
    expect(zoneOf('0.1 mg/kg', limits)).toBe('warn');
  });

  it('beyond soft warns, beyond hard stops', () => {
    expect(zoneOf('0.751 mg/kg', limits)).toBe('warn');
    expect(zoneOf('0.8 mg/kg', limits)).toBe('warn');
    expect(zoneOf('5 mg/kg', limits)).toBe('stop');
    expect(zoneOf('0.05 mg/kg', limits)).toBe('stop');
  });
});
