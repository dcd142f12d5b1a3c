import type { Locator, Page } from 'playwright-core';
import type { Reach } from './hands.ts';

/** No screen has more places the Tab key stops at. */
const MOST_STOPS = 150;
/** Least side of what is pressed, in CSS pixels. Source: UX 7, scenario 44. */
const LEAST_TARGET = 44;

/**
 * Comes to every control by Tab, Shift+Tab and, within a group of radio buttons, the arrows: by keyboard alone. What
 * was wrong with a control on arrival (no mark of the focus, out of sight, too small) is added to `faults`.
 */
export function byTabKey(page: Page, faults: Set<string>): Reach {
  return async (target) => {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const way = await wayTo(target);
      if (way === 'there') {
        for (const fault of await faultsOf(target)) faults.add(fault);
        return;
      }
      // Where the order of the keys is not that of the page, only onward comes to the end.
      await page.keyboard.press(way === 'Shift+Tab' && stops > MOST_STOPS / 2 ? 'Tab' : way);
    }
    throw new Error(`The Tab key does not come to ${target}.`);
  };
}

function wayTo(target: Locator): Promise<'there' | 'Tab' | 'Shift+Tab' | 'ArrowDown'> {
  return target.evaluate((element) => {
    const active = document.activeElement;
    if (active === element) return 'there';
    const isRadio = element instanceof HTMLInputElement && element.type === 'radio';
    if (isRadio && element.closest('[role="radiogroup"]')?.contains(active)) return 'ArrowDown';
    const isBefore =
      active !== null &&
      active !== document.body &&
      (active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return isBefore ? 'Shift+Tab' : 'Tab';
  });
}

/** What a person who only has the keyboard would miss at the control that has the focus. */
function faultsOf(target: Locator): Promise<readonly string[]> {
  return target.evaluate((element, least) => {
    const label = element.closest('label');
    // A button whose cover lies over its whole row is pressed, and marked, all over the row.
    const cover = getComputedStyle(element, '::after');
    const isRow = cover.content !== 'none' && cover.position === 'absolute';
    const around = [element.parentElement, element.parentElement?.parentElement, ...(label?.children ?? [])];
    const styles = [element, label, ...around].flatMap((one) => (one ? [getComputedStyle(one)] : []));
    const isMarked = [cover, ...styles].some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    );
    const drawn = (isRow && element instanceof HTMLElement ? element.offsetParent : label) ?? element;
    const { top, bottom, left, right, width, height } = drawn.getBoundingClientRect();
    const isInSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const named = element.getAttribute('aria-labelledby')?.split(' ')[0] ?? '';
    const words =
      element.getAttribute('aria-label') ?? label?.textContent ?? document.getElementById(named)?.textContent;
    const said = `${element.tagName.toLowerCase()} "${(words ?? element.textContent ?? '').trim().slice(0, 60)}"`;
    return [
      isMarked ? '' : `${said}: the focus is not seen`,
      isInSight ? '' : `${said}: out of sight`,
      // A hundredth of a pixel is lost where a line is drawn between two.
      Math.min(width, height) > least - 0.5 ? '' : `${said}: ${width} x ${height}`,
    ].filter((fault) => fault !== '');
  }, LEAST_TARGET);
}
