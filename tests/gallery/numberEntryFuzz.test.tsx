import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import type { EntryRule } from '../../src/core/quantity/parseEntry.ts';
import type { Unit } from '../../src/core/quantity/quantity.ts';
import { pressInOneGo } from './keyboard.ts';
import { NumberFieldDemo } from './NumberFieldDemo.tsx';
import { renderStyled } from './rendered.tsx';
import { DOSE, OVER, RATE } from './rules.ts';

/**
 * Random keys into the real field: what it accepts is the grammar and nothing else, and it accepts it as typed. The
 * rule is written here once more, in another way than the parser's. `VITE_KEY_SEQUENCES=10000` tries so many.
 */
const SEQUENCES = Number(import.meta.env['VITE_KEY_SEQUENCES'] ?? '150');
const SEED = Number(import.meta.env['VITE_KEY_SEED'] ?? '1');
const MINUTES_PER_TEN_THOUSAND = 60;

/** Digits and the point most often, as hands meet them; then everything a keyboard can be missed on. */
const KEYS = [...'00112233445566778899....', ...',-+eE ½٣/x'];
/** At a person's pace, so that no key counts as a bounce. */
const APART = 200;

/** Mulberry32: the same keys for the same seed on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What the field holds after these keys: a second point does not go in, everything else does. */
function heldAfter(keys: readonly string[]): string {
  return keys.reduce((held, key) => (key === '.' && held.includes('.') ? held : held + key), '');
}

/** Whole thousandths of a number that is written as one, or undefined. */
function thousandths(text: string, decimals: number): bigint | undefined {
  const [whole = '', fraction, ...more] = text.split('.');
  const isDigits = (part: string) =>
    part !== '' && [...part].every((character) => '0123456789'.includes(character));
  if (more.length > 0 || !isDigits(whole) || (whole.length > 1 && whole.startsWith('0'))) return undefined;
  if (fraction !== undefined && (!isDigits(fraction) || fraction.length > decimals)) return undefined;
  return BigInt(whole) * 1000n + BigInt((fraction ?? '').padEnd(3, '0'));
}

function isTaken(text: string, { decimals, minimum, maximum }: EntryRule<Unit>): boolean {
  const value = thousandths(text, decimals);
  const end = (limit: string) => thousandths(limit.split(' ')[0] ?? '', 3) ?? 0n;
  return value !== undefined && value >= end(minimum) && value <= end(maximum);
}

/** What the page may take to show the last key. */
const MOST_FRAMES = 120;

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

afterEach(cleanup);

describe('random keys in a number field', () => {
  for (const [name, rule] of Object.entries({ dose: DOSE, rate: RATE, minutes: OVER })) {
    it(`of the kind ${name} enter what the grammar takes, as typed, and nothing else`, {
      timeout: 60_000 + (SEQUENCES / 10_000) * MINUTES_PER_TEN_THOUSAND * 60_000,
    }, async () => {
      const entered: string[] = [];
      await renderStyled(
        <NumberFieldDemo label="Value" rule={rule} onCommit={(text) => entered.push(text)} />,
      );
      const field = page.getByRole('textbox', { name: 'Value' });
      const input = field.element() as HTMLInputElement;
      await field.click();
      const random = randomFrom(SEED);
      let taken = 0;
      for (let turn = 0; turn < SEQUENCES / 3; turn += 1) {
        const keys = Array.from({ length: random(6) + 1 }, () => KEYS[random(KEYS.length)] ?? '0');
        const text = heldAfter(keys);
        input.select();
        entered.length = 0;
        await pressInOneGo(['Backspace', ...keys, 'Enter'], APART);
        const expected = isTaken(text, rule) ? [text] : [];
        for (let frames = 0; input.value !== text && frames < MOST_FRAMES; frames += 1) await nextFrame();
        expect(input.value, keys.join('')).toBe(text);
        expect(entered, `${keys.join('')} with seed ${SEED}`).toEqual(expected);
        taken += expected.length;
      }
      // A run in which nothing is accepted, or everything, would show nothing.
      expect(taken).toBeGreaterThan(0);
      expect(taken).toBeLessThan(SEQUENCES / 3);
    });
  }
});
