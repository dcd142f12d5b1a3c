import type { Locator, Page } from 'playwright-core';

/** Between the same key twice: faster than that the second is taken for a bounce. */
const BEFORE_SAME_KEY = 100;

/** Brings the focus to a control. */
export type Reach = (target: Locator) => Promise<void>;

/** A person at the keyboard: finds things by their role and name, and presses keys. */
export type Hands = {
  readonly page: Page;
  readonly reach: Reach;
  /** Goes to a button and presses Enter on it. */
  press(name: string | RegExp): Promise<void>;
  /** Types into a text or number field and enters it. */
  type(name: string | RegExp, text: string): Promise<void>;
  /** Types a passphrase or a PIN; Enter goes on. */
  secret(name: string | RegExp, text: string): Promise<void>;
  /** Opens a choice and takes an option by its first letters. */
  choose(name: string | RegExp, option: string): Promise<void>;
  /** Takes one of several radio buttons. */
  pick(name: string | RegExp, within?: string | RegExp): Promise<void>;
  tick(name: string | RegExp): Promise<void>;
  key(name: string): Promise<void>;
  /** Waits until a text stands on the screen. */
  sees(text: string | RegExp): Promise<void>;
};

/** No list of the program is longer. */
const MOST_OPTIONS = 40;

/** With `within` the same hands work inside one dialog or region only; `reach` is the way to each control. */
export function handsOn(page: Page, within?: Locator, reach: Reach = (target) => target.focus()): Hands {
  const scope = (): Locator | Page => within ?? page;
  const { keyboard } = page;
  const go = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await reach(target);
    // A sheet that opens puts the focus where its work begins, and would take it away from whoever is faster.
    if (within) while (!(await keepsFocus(target))) await reach(target);
  };
  const write = async (text: string): Promise<void> => {
    for (const [place, character] of [...text].entries()) {
      if (place > 0 && character === text[place - 1]) await page.waitForTimeout(BEFORE_SAME_KEY);
      await keyboard.type(character);
    }
  };
  const button = (name: string | RegExp): Locator => scope().getByRole('button', { name });
  return {
    page,
    reach,
    async press(name) {
      await go(button(name).first());
      await keyboard.press('Enter');
    },
    async type(name, text) {
      await go(scope().getByRole('textbox', { name }).first());
      await write(text);
      await keyboard.press('Enter');
    },
    async secret(name, text) {
      await go(scope().getByLabel(name).first());
      await write(text);
      await keyboard.press('Enter');
    },
    async choose(name, option) {
      await go(button(name).first());
      await keyboard.press('Enter');
      await page.getByRole('option', { name: option }).first().waitFor();
      // Arrow by arrow, as hands do it: letters typed too slowly on a busy machine begin a new word.
      const stands = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await keyboard.press('Home');
      for (let step = 0; step < MOST_OPTIONS; step += 1) {
        if ((await stands()).replaceAll('\u00a0', ' ').includes(option)) break;
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
    },
    async pick(name, group) {
      const groups = group === undefined ? scope() : scope().getByRole('radiogroup', { name: group });
      await go(groups.getByRole('radio', { name }).first());
      await keyboard.press('Space');
    },
    async tick(name) {
      await go(scope().getByRole('checkbox', { name }).first());
      await keyboard.press('Space');
    },
    key: (name) => keyboard.press(name),
    async sees(text) {
      await scope().getByText(text).first().waitFor();
    },
  };
}

/** Whether it has the focus and still has it two frames later. */
function keepsFocus(target: Locator): Promise<boolean> {
  return target.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return document.activeElement === element;
  });
}

/** Waits until nothing moves on the screen any more: a picture taken earlier shows half a sheet. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // What was pressed last may begin to move only with the frame after this one.
    do {
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
      await frame();
      await frame();
    } while (document.getAnimations().length > 0);
  });
}

/** The same person's hands in the dialog that lies on top. */
export function inDialog({ page, reach }: Hands, name?: string | RegExp): Hands {
  const dialog = name === undefined ? page.getByRole('dialog').last() : page.getByRole('dialog', { name });
  return handsOn(page, dialog, reach);
}
