import { describe, expect, it } from 'vitest';
import type { Hands } from '../play/hands.ts';
import { openSecondEntry, type TypedEntry, typeEntry } from '../play/referencePlay.ts';
import { FIRST, FIRST_VALUES, firstEntryTyped, SECOND } from './support/firstEntry.ts';
import { axeViolations, everythingInPage } from './support/pages.ts';

/** The three values that did not agree; the others stay as that person typed them. */
async function typeFigures(hands: Hands, typed: TypedEntry): Promise<void> {
  await hands.type('Weight', typed.weight);
  await hands.type('Pump rate', typed.pumpRate);
  await hands.type('Volume to give', typed.volumeToGive);
}

describe('the second entry, in a real browser', () => {
  it('finds no first value in the page, its title, its names for a screen reader, its storage or any message', async () => {
    const { window, hands } = await firstEntryTyped();
    const sentBefore = window.heard.length;
    await openSecondEntry(hands);
    expect(await everythingInPage(window.page)).not.toMatch(FIRST_VALUES);
    expect(await axeViolations(window.page)).toEqual([]);

    await typeEntry(hands, 2, SECOND);
    const typed = await everythingInPage(window.page);
    expect(typed).toContain(SECOND.weight);
    expect(typed).not.toMatch(FIRST_VALUES);

    await hands.press(/^Compare/);
    await hands.page.getByRole('heading', { name: 'The entries do not agree' }).waitFor();
    const mismatch = await everythingInPage(window.page);
    expect(mismatch).toContain('do not agree on: Weight, Pump rate, Volume to give. Neither entry is shown.');
    expect(mismatch).not.toMatch(FIRST_VALUES);
    expect(mismatch).not.toMatch(/74\.9|56\.2|37\.4/);
    expect(await axeViolations(window.page)).toEqual([]);

    const sent = window.heard.slice(sentBefore);
    expect(sent.length).toBeGreaterThan(5);
    expect(
      sent.filter((message) => FIRST_VALUES.test(message.replace(/"(logHead|code|id|hash)":"[^"]*"/g, ''))),
    ).toEqual([]);
  });

  it('gives a second attempt for what did not agree, after the source was read again', async () => {
    const { window, hands, session } = await firstEntryTyped();
    await openSecondEntry(hands);
    await typeEntry(hands, 2, SECOND);
    await hands.press(/^Compare/);
    await hands.press('Start attempt 2 of 2 — Chair 2');
    for (const copy of [1, 2] as const) {
      if (copy === 1) await hands.press(/^Make the first entry — Chair 2/);
      else await openSecondEntry(hands);
      await hands.pick(`Copy ${copy}`);
      for (const source of ['Scale or weight slip', 'Own sum done again']) await hands.tick(source);
      await typeFigures(hands, FIRST);
      await hands.press(copy === 1 ? /^Hand in the first entry/ : /^Compare/);
      await hands.sees(copy === 1 ? 'Second entry is waiting' : /agree 8 of 8/);
    }
    const view = await window.call('session:load', { session });
    expect(view.state).toBe('MATCHED');
    expect(view.check).toMatchObject({ attempt: 2 });
    expect(view.plan?.sum.dose).toBe('36.85 mg');
  });
});
