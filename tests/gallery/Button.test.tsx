import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { Button } from '../../src/renderer/components/Button.tsx';
import { renderStyled } from './rendered.tsx';

afterEach(cleanup);

const compare = () => page.getByRole('button', { name: 'Compare' });
const MISSING = '1 field is not entered';

describe('a closed button', () => {
  it('is reached by the keyboard, says what is missing, and does nothing', async () => {
    const onPress = vi.fn<() => void>();
    await renderStyled(
      <Button missing={MISSING} onPress={onPress}>
        Compare
      </Button>,
    );
    await userEvent.keyboard('{Tab}');
    await expect.element(compare()).toHaveFocus();
    await expect.element(compare()).toHaveAttribute('aria-disabled', 'true');
    await expect.element(compare()).toHaveAccessibleDescription(MISSING);
    await expect.element(page.getByText(MISSING)).toBeVisible();
    await userEvent.keyboard('{Enter} ');
    expect(onPress).not.toHaveBeenCalled();
  });

  it('keeps the focus when it opens, and can then be pressed', async () => {
    const onPress = vi.fn<() => void>();
    const { rerender } = await renderStyled(
      <Button missing={MISSING} onPress={onPress}>
        Compare
      </Button>,
    );
    await userEvent.keyboard('{Tab}');
    await rerender(<Button onPress={onPress}>Compare</Button>);
    await expect.element(compare()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onPress).toHaveBeenCalledTimes(1);
  });
});

describe('hit areas', () => {
  it('are 64 by at least 120 for what is done to a patient, 44 for the rest', async () => {
    await renderStyled(
      <>
        <Button size="act" onPress={() => undefined}>
          Go
        </Button>
        <Button onPress={() => undefined}>x</Button>
      </>,
    );
    const act = page.getByRole('button', { name: 'Go' }).element().getBoundingClientRect();
    expect(act.height).toBe(64);
    expect(act.width).toBeGreaterThanOrEqual(120);
    const plain = page.getByRole('button', { name: 'x' }).element().getBoundingClientRect();
    expect(plain.height).toBe(44);
    expect(plain.width).toBeGreaterThanOrEqual(44);
  });
});
