import { useRef, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import type { EntryRule } from '../../src/core/quantity/parseEntry.ts';
import type { Unit } from '../../src/core/quantity/quantity.ts';
import { NumPad } from '../../src/renderer/components/NumPad.tsx';
import type { FieldHandle } from '../../src/renderer/components/typing.ts';
import { pressEnter, pressKeys, typeText } from './keyboard.ts';
import { NumberFieldDemo } from './NumberFieldDemo.tsx';
import { renderStyled } from './rendered.tsx';
import { DOSE, DRAWN, RATE, VOLUME } from './rules.ts';

afterEach(cleanup);

const field = () => page.getByRole('textbox', { name: 'Dose' });

async function showField(props: Partial<Parameters<typeof NumberFieldDemo>[0]> = {}) {
  const onCommit = vi.fn<(text: string) => void>();
  const onNext = vi.fn<() => void>();
  await renderStyled(
    <>
      <NumberFieldDemo label="Dose" rule={DOSE} onCommit={onCommit} onNext={onNext} {...props} />
      <button type="button">elsewhere</button>
    </>,
  );
  await field().click();
  return { onCommit, onNext };
}

type Row = readonly [typed: string, said: string, rule?: EntryRule<Unit>];
/** The refusal table of UX 3.0, word for word. */
const REFUSED: readonly Row[] = [
  ['.5', 'Start with a zero: 0.5'],
  ['5.', 'Nothing after the point. Type 5 or 5.x'],
  ['1,5', 'Use a point, not a comma. Type 1.5 or 15'],
  ['1 000', 'Type the digits only: 1000'],
  ['1,000', 'Type the digits only: 1000'],
  ['00.5', 'Extra zero at the start'],
  ['05', 'Extra zero at the start'],
  ['-5', 'Digits and one point only'],
  ['1e3', 'Digits and one point only'],
  ['½', 'Digits and one point only'],
  ['0.0005', 'This field takes 2 decimals', DRAWN],
  ['', 'Not entered'],
];

describe('a number that is refused', () => {
  for (const [typed, said, rule = DOSE] of REFUSED) {
    it(`"${typed}" stays in the field, and the reason is said: ${said}`, async () => {
      const { onCommit, onNext } = await showField({ rule });
      await typeText(typed);
      await pressEnter();
      await expect.element(page.getByRole('alert')).toHaveTextContent(said);
      expect(page.getByRole('alert').element().textContent).toBe(said);
      await expect.element(field()).toHaveValue(typed);
      await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
      const described = field().element().getAttribute('aria-describedby') ?? '';
      expect(described.split(' ')).toContain(page.getByRole('alert').element().id);
      expect(onCommit).not.toHaveBeenCalled();
      expect(onNext).not.toHaveBeenCalled();
    });
  }

  it('is no longer refused as soon as the text changes', async () => {
    await showField();
    await typeText('.5');
    await pressEnter();
    await typeText('5');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});

describe('a key that is stopped', () => {
  it('a second point does not go in, and that is said until something is rubbed out', async () => {
    await showField();
    await typeText('0.5.5');
    await expect.element(field()).toHaveValue('0.55');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Second point ignored. Use one point only');
    await userEvent.keyboard('{Backspace}{Backspace}');
    await expect.element(page.getByRole('status')).not.toBeInTheDocument();
  });

  it('the same digit 40 ms later is one digit, and the person is told', async () => {
    await showField();
    await pressKeys(['5', '5'], 40);
    await expect.element(field()).toHaveValue('5');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Repeated key ignored — press again if you meant 55');
  });

  it('the same digit 200 ms later is two digits', async () => {
    await showField();
    await pressKeys(['5', '5'], 200);
    await expect.element(field()).toHaveValue('55');
    await expect.element(page.getByRole('status')).not.toBeInTheDocument();
  });

  it('a chain of bounces is still one digit, and pressing again afterwards counts', async () => {
    await showField();
    await pressKeys(['5', '5', '5', '5'], 60);
    await expect.element(field()).toHaveValue('5');
    await pressKeys(['5'], 300);
    await expect.element(field()).toHaveValue('55');
  });

  it('different digits may follow each other as fast as they like', async () => {
    await showField();
    await pressKeys(['1', '2', '1'], 20);
    await expect.element(field()).toHaveValue('121');
  });

  it('a key that is held down types once', async () => {
    await showField();
    const held = { key: '7', repeated: true };
    await pressKeys(['7', held, held, held], 500);
    await expect.element(field()).toHaveValue('7');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Held key ignored — press it again for each digit');
  });

  it('Enter held down enters once', async () => {
    const { onCommit } = await showField();
    await typeText('0.5');
    const held = { key: 'Enter', repeated: true };
    await pressKeys(['Enter', held, held], 500);
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  it('an arrow key changes no number', async () => {
    await showField({ typed: '54' });
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
    await expect.element(field()).toHaveValue('54');
  });
});

describe('entering', () => {
  it('Enter enters the value exactly as typed and moves on', async () => {
    const { onCommit, onNext } = await showField();
    await typeText('0.50');
    await pressEnter();
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('0.50');
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('leaving the field enters nothing and says so', async () => {
    const { onCommit } = await showField();
    await typeText('0.5');
    await page.getByRole('button', { name: 'elsewhere' }).click();
    expect(onCommit).not.toHaveBeenCalled();
    await expect.element(page.getByText('typed, not entered')).toBeVisible();
  });

  it('an entered value that is touched again is no longer entered', async () => {
    await showField({ typed: '0.5', alreadyEntered: true });
    await userEvent.keyboard('{End}');
    await typeText('5');
    await page.getByRole('button', { name: 'elsewhere' }).click();
    await expect.element(page.getByText('typed, not entered')).toBeVisible();
  });

  it('an optional field may be left empty', async () => {
    const { onCommit, onNext } = await showField({ optional: true });
    await pressEnter();
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('');
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('the echo says the number in words', async () => {
    await showField({ echo: true });
    await typeText('0.5');
    await expect.element(page.getByText('zero point five milligrams per kilogram')).toBeVisible();
  });

  it('shows a comma from 1,000 only once the value is entered and the field is left', async () => {
    await renderStyled(
      <>
        <NumberFieldDemo label="Dose" rule={VOLUME} typed="1056" alreadyEntered />
        <NumberFieldDemo label="Other" rule={VOLUME} typed="2112" />
      </>,
    );
    await expect.element(page.getByText('1,056')).toBeVisible();
    await expect.element(page.getByText('2112')).toBeVisible();
  });

  it('is a plain text field that the browser leaves alone', async () => {
    await showField();
    const input = field().element();
    expect(input.getAttribute('type')).toBe('text');
    expect(input.getAttribute('inputmode')).toBe('decimal');
    expect(input.getAttribute('autocomplete')).toBe('off');
    expect(input.getAttribute('spellcheck')).toBe('false');
  });
});

describe('a blind field', () => {
  for (const type of ['paste', 'copy', 'cut', 'drop']) {
    it(`takes no ${type}`, async () => {
      await showField({ blind: true });
      expect(tryClipboard(type)).toBe(true);
      await expect
        .element(page.getByRole('status'))
        .toHaveTextContent('Copying and pasting are closed here. Type the value from the source');
    });
  }

  it('and one that is typed by hand take no paste, and the second keeps its echo', async () => {
    await showField({ typedByHand: true, echo: true });
    expect(tryClipboard('paste')).toBe(true);
    await typeText('0.5');
    await expect.element(page.getByText(/zero point five/)).toBeInTheDocument();
  });

  it('an open field takes a paste, and refuses it by its shape when it is entered', async () => {
    await showField();
    expect(tryClipboard('paste')).toBe(false);
    await field().fill('1.2.3');
    await pressEnter();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('A second point was typed. Use one point only');
  });

  it('echoes nothing and shows nothing below', async () => {
    await showField({ blind: true, echo: true, children: 'usual 0.5' });
    await typeText('0.5');
    await expect.element(page.getByText(/zero point five|usual/)).not.toBeInTheDocument();
  });
});

/** True when the field refused it. */
function tryClipboard(type: string): boolean {
  return !field()
    .element()
    .dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
}

function FieldWithPad({ onCommit }: { readonly onCommit: (text: string) => void }) {
  const handle = useRef<FieldHandle>(null);
  const [active, setActive] = useState(false);
  return (
    <>
      <NumberFieldDemo label="Dose" blind rule={RATE} ref={handle} onActive={setActive} onCommit={onCommit} />
      <NumPad
        label={active ? 'Dose' : 'nothing'}
        onKey={(key) => handle.current?.type(key)}
        onErase={() => handle.current?.erase()}
        onNext={() => handle.current?.next()}
      />
    </>
  );
}

describe('the keypad', () => {
  it('types into the field, leaves the focus there, rubs out and enters', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    await renderStyled(<FieldWithPad onCommit={onCommit} />);
    await field().click();
    for (const key of ['5', '4', 'point', '4', '9']) await page.getByRole('button', { name: key }).click();
    await page.getByRole('button', { name: 'Rub out' }).click();
    await expect.element(field()).toHaveValue('54.4');
    await expect.element(field()).toHaveFocus();
    await page.getByRole('button', { name: 'Next field' }).click();
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('54.4');
  });

  it('stops a second point like the keyboard', async () => {
    await renderStyled(<FieldWithPad onCommit={() => undefined} />);
    await field().click();
    for (const key of ['5', 'point', '4', 'point']) await page.getByRole('button', { name: key }).click();
    await expect.element(field()).toHaveValue('5.4');
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Second point ignored. Use one point only');
  });

  it('has keys of at least 92 by 68', async () => {
    await renderStyled(<FieldWithPad onCommit={() => undefined} />);
    for (const name of ['7', 'point', 'Rub out']) {
      const { width, height } = page.getByRole('button', { name }).element().getBoundingClientRect();
      expect([width, height], name).toEqual([92, 68]);
    }
  });
});
