import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { stories as appFrames } from './AppFrame.stories.tsx';
import { renderStyled } from './rendered.tsx';
import { stories as sheets } from './Sheet.stories.tsx';
import type { Story } from './story.ts';
import { stories as takeOvers } from './TakeOver.stories.tsx';

/** 1366 x 768 as it is, at 125 % and at 200 %, and the target screen. */
const SCREENS = [
  [1366, 768],
  [1093, 614],
  [683, 384],
  [1920, 1080],
] as const;

const frames: readonly Story[] = [...appFrames, ...takeOvers, ...sheets];

beforeEach(() => window.scrollTo(0, 0));
afterEach(async () => {
  await cleanup();
  await page.viewport(1366, 768);
});

describe('every frame at every size', () => {
  for (const [width, height] of SCREENS) {
    for (const { name, render } of frames) {
      it(`${name} at ${width} x ${height}: nothing is cut off or lies over something else`, async () => {
        await page.viewport(width, height);
        await renderStyled(render());
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        expect(cutOff()).toEqual([]);
        expect(overlapping()).toEqual([]);
        expect(tooSmall()).toEqual([]);
      });
    }
  }
});

describe('the keyboard alone at 200 %', () => {
  it('reaches every control of a running session, and each is in sight when it is reached', async () => {
    await page.viewport(683, 384);
    const running = appFrames.find(({ name }) => name === 'running session');
    await renderStyled(running?.render());
    const controls = [...document.querySelectorAll('button')];
    for (const control of controls) {
      await userEvent.keyboard('{Tab}');
      expect(document.activeElement).toBe(control);
      const { left, top, width, height } = control.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      expect(control.contains(seen), control.textContent).toBe(true);
    }
  });
});

/** Elements whose own text is wider than the place it has. */
function cutOff(): readonly string[] {
  return visible('*')
    .filter((element) => ![...element.classList].includes('visually-hidden'))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .filter((element) => getComputedStyle(element).overflowX !== 'visible' || isText(element))
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .filter((element) => !(element instanceof HTMLInputElement))
    .map(described);
}

/** Controls that share a place on the screen. */
function overlapping(): readonly string[] {
  const controls = visible('button, input, [role=radio]').filter(isRoot);
  return controls.flatMap((control, place) =>
    controls
      .slice(place + 1)
      .filter((other) => !control.contains(other) && !other.contains(control) && meet(control, other))
      .map((other) => `${described(control)} over ${described(other)}`),
  );
}

/** Buttons smaller than 44 px either way, the month's picker and the numbers of a scale apart. */
function tooSmall(): readonly string[] {
  return visible('button')
    .filter((button) => button.getAttribute('role') !== 'radio')
    .filter((button) => {
      const { width, height } = button.getBoundingClientRect();
      return Math.round(height) < 44 || Math.round(width) < 44;
    })
    .map(described);
}

function visible(selector: string): readonly HTMLElement[] {
  const inside = document.querySelector('[role=dialog]') ?? document.body;
  return [...inside.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.checkVisibility() && !element.closest('.visually-hidden, [aria-hidden=true]'),
  );
}

/** What lies in the one sticky banner scrolls under it on purpose. */
function isRoot(element: HTMLElement): boolean {
  return (
    element.closest('svg') === null && !(element instanceof HTMLInputElement && element.type === 'hidden')
  );
}

function isText(element: HTMLElement): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
}

function meet(one: HTMLElement, other: HTMLElement): boolean {
  const a = seenPart(one);
  const b = seenPart(other);
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 2 && down > 2;
}

/** Where an element is seen: what its scrolling region has scrolled away does not count. */
function seenPart(element: HTMLElement): DOMRect {
  const box = element.getBoundingClientRect();
  let region = element.parentElement;
  while (region && !['auto', 'clip', 'hidden'].includes(getComputedStyle(region).overflowY)) {
    region = region.parentElement;
  }
  if (!region) return box;
  const frame = region.getBoundingClientRect();
  const top = Math.max(box.top, frame.top);
  return new DOMRect(box.left, top, box.width, Math.max(0, Math.min(box.bottom, frame.bottom) - top));
}

function described(element: HTMLElement): string {
  return `${element.tagName} ${element.className} "${element.textContent?.slice(0, 40)}"`;
}
