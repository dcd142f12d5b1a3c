import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { renderStyled } from './rendered.tsx';
import { RecordPad } from './Sheet.stories.tsx';

afterEach(cleanup);

const opener = () => page.getByRole('button', { name: 'Record vitals' });
const sheet = () => page.getByRole('dialog', { name: 'Record' });

describe('a sheet', () => {
  it('opens on its first field and gives the focus back to where it was', async () => {
    await renderStyled(<RecordPad />);
    await opener().click();
    await expect.element(sheet()).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'BP systolic, mmHg' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(sheet()).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
  });

  it('keeps the focus inside while it is open', async () => {
    await renderStyled(<RecordPad />);
    await opener().click();
    for (let stop = 0; stop < 25; stop += 1) {
      await userEvent.keyboard('{Tab}');
      expect(sheet().element().contains(document.activeElement)).toBe(true);
    }
  });

  it('repeats who the patient is, and its save button names chair and patient', async () => {
    await renderStyled(<RecordPad openFirst />);
    await expect.element(sheet().getByText('OKAFOR, Ada (Ms)')).toBeVisible();
    await expect.element(sheet().getByRole('button', { name: 'Save for Chair 2 — OKAFOR' })).toBeVisible();
  });

  it('is not closed by a press beside it: what is typed stays', async () => {
    await renderStyled(<RecordPad openFirst />);
    await expect.element(sheet()).toBeVisible();
    document.elementFromPoint(300, 4)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(sheet()).toBeVisible();
  });
});
