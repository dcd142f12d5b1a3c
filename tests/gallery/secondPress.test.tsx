import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { useStep } from '../../src/renderer/hooks/useStep.ts';
import { useStrayPress } from '../../src/renderer/hooks/useStrayPress.ts';
import { renderStyled } from './rendered.tsx';

afterEach(async () => {
  await cleanup();
  Reflect.deleteProperty(window, 'infusionDesk');
});

/** A sheet whose save button lies over a button of the screen below, and closes as soon as it is pressed. */
function Covered({ onBelow }: { readonly onBelow: () => void }) {
  useStrayPress();
  const [open, setOpen] = useState(true);
  const lies = { position: 'absolute', inset: '0 auto auto 0', width: 200, height: 64 } as const;
  return (
    <>
      <button type="button" style={lies} onClick={onBelow}>
        Resume
      </button>
      {open && (
        <div role="dialog" aria-label="Pause">
          <button type="button" style={lies} onClick={() => setOpen(false)}>
            Record pause
          </button>
        </div>
      )}
    </>
  );
}

/** Records the same thing at each press, as a form does that has not closed yet. */
function Recorder({ severity = 1 }: { readonly severity?: number }) {
  const step = useStep('infusion:pause');
  const [presses, setPresses] = useState(0);
  const press = async (): Promise<void> => {
    await step.send({ session: 'S1', at: severity, reason: 'distress' });
    setPresses((before) => before + 1);
  };
  return (
    <button type="button" onClick={() => void press()}>
      {`${presses} answered`}
    </button>
  );
}

function recorder() {
  const pause = vi.fn(async (_request: unknown) => ({ ok: true, value: {} }));
  Reflect.set(window, 'infusionDesk', { infusionPause: pause });
  return pause;
}

describe('the second half of a double press', () => {
  it('does not reach what lies under a sheet that the first half closed', async () => {
    const onBelow = vi.fn<() => void>();
    await renderStyled(<Covered onBelow={onBelow} />);
    await userEvent.dblClick(page.getByRole('button', { name: 'Record pause' }));
    await expect.element(page.getByRole('button', { name: 'Record pause' })).not.toBeInTheDocument();
    expect(onBelow).not.toHaveBeenCalled();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(page.getByRole('button', { name: 'Resume' }));
    expect(onBelow).toHaveBeenCalledOnce();
  });

  it('leaves the keyboard alone: the next control may be pressed at once', async () => {
    const onBelow = vi.fn<() => void>();
    await renderStyled(<Covered onBelow={onBelow} />);
    await userEvent.click(page.getByRole('button', { name: 'Record pause' }));
    page.getByRole('button', { name: 'Resume' }).element().focus();
    await userEvent.keyboard('{Enter}');
    expect(onBelow).toHaveBeenCalledOnce();
  });

  it('records nothing once more, even when the first is stored already and its form still stands', async () => {
    const pause = recorder();
    await renderStyled(<Recorder />);
    const button = page.getByRole('button').element() as HTMLElement;
    button.click();
    await expect.element(page.getByText('1 answered')).toBeVisible();
    button.click();
    await expect.element(page.getByText('2 answered')).toBeVisible();
    expect(pause).toHaveBeenCalledOnce();
  });

  it('another thing is recorded at once', async () => {
    const pause = recorder();
    const screen = await renderStyled(<Recorder />);
    await userEvent.click(page.getByRole('button'));
    await screen.rerender(<Recorder severity={2} />);
    await userEvent.click(page.getByRole('button'));
    await expect.element(page.getByText('2 answered')).toBeVisible();
    expect(pause).toHaveBeenCalledTimes(2);
  });
});
