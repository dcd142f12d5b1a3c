import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { DateOfBirthField } from '../../src/renderer/components/DateOfBirthField.tsx';
import { dateFromParts, monthNumber } from '../../src/renderer/components/dateParts.ts';
import { pressEnter, typeText } from './keyboard.ts';
import { renderStyled } from './rendered.tsx';

afterEach(cleanup);

const day = () => page.getByRole('textbox', { name: 'Day' });
const month = () => page.getByRole('textbox', { name: /^Month/ });
const year = () => page.getByRole('textbox', { name: 'Year' });

async function showField(blind = false) {
  const onChange = vi.fn<(date: string) => void>();
  const onNext = vi.fn<() => void>();
  await renderStyled(<DateOfBirthField value="" blind={blind} onChange={onChange} onNext={onNext} />);
  await day().click();
  return { onChange, onNext };
}

describe('a date of birth', () => {
  for (const march of ['3', '03', 'mar', 'March']) {
    it(`takes the month as "${march}" and shows Mar`, async () => {
      const { onChange } = await showField();
      await typeText('9');
      await pressEnter();
      await typeText(march);
      await pressEnter();
      await typeText('1984');
      expect(onChange).toHaveBeenLastCalledWith('1984-03-09');
      await expect.element(month()).toHaveValue('Mar');
    });
  }

  it('is handed on only while it is whole', async () => {
    const { onChange } = await showField();
    await typeText('09');
    await userEvent.keyboard('{Tab}');
    await typeText('mar');
    await userEvent.keyboard('{Tab}');
    await typeText('1984');
    await userEvent.keyboard('{Backspace}');
    expect(onChange.mock.calls.map(([date]) => date).filter((date) => date !== '')).toEqual(['1984-03-09']);
    expect(onChange).toHaveBeenLastCalledWith('');
  });

  it('moves on by Enter, and after the year only when it is whole', async () => {
    const { onNext } = await showField();
    await typeText('9');
    await pressEnter();
    await expect.element(month()).toHaveFocus();
    await pressEnter();
    await expect.element(year()).toHaveFocus();
    await pressEnter();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Type day, month and a year of four digits');
    expect(onNext).not.toHaveBeenCalled();
  });

  it('does not jump by itself when two digits stand in the day', async () => {
    await showField();
    await typeText('09');
    await expect.element(day()).toHaveFocus();
  });

  it('refuses a day that does not exist and hands on nothing', async () => {
    const { onChange } = await showField();
    await typeText('31');
    await pressEnter();
    await typeText('feb');
    await pressEnter();
    await typeText('1984');
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no 31-Feb-1984');
    expect(onChange).toHaveBeenLastCalledWith('');
  });

  it('lets the month be picked by the keyboard alone', async () => {
    const { onChange } = await showField();
    await typeText('9');
    await userEvent.keyboard('{Tab}{Tab}');
    await typeText('1984');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('menuitem', { name: 'Mar' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('1984-03-09');
  });

  it('takes nothing from the clipboard in a blind form', async () => {
    await showField(true);
    const taken = day()
      .element()
      .dispatchEvent(new Event('paste', { bubbles: true, cancelable: true }));
    expect(taken).toBe(false);
  });

  it('is not filled in by the browser', async () => {
    await showField(true);
    for (const box of [day(), month(), year()])
      expect(box.element().getAttribute('autocomplete')).toBe('off');
  });
});

describe('the month a person means', () => {
  it('is one of twelve or none', () => {
    expect(monthNumber('12')).toBe(12);
    expect(monthNumber('0')).toBeUndefined();
    expect(monthNumber('13')).toBeUndefined();
    expect(monthNumber('ju')).toBeUndefined();
    expect(monthNumber('jun')).toBe(6);
    expect(monthNumber('sept')).toBe(9);
    expect(monthNumber('xyz')).toBeUndefined();
  });

  it('knows the leap years', () => {
    const kindOf = (year: string) => dateFromParts({ day: '29', month: 'feb', year }).kind;
    expect(['2000', '2024', '1900', '2023'].map(kindOf)).toEqual(['date', 'date', 'refused', 'refused']);
  });
});
