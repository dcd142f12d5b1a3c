import { describe, expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { type Hands, handsOn } from '../play/hands.ts';
import {
  openChair,
  openSecondEntry,
  REFERENCE_ENTRY,
  type TypedEntry,
  typeEntry,
} from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { orderForAda, weighAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { axeViolations, everythingInPage } from './support/pages.ts';

/** Digits that stand nowhere else in the clinic, so that finding them is finding the first person's value. */
const FIRST = { ...REFERENCE_ENTRY, weight: '73.7', pumpRate: '55.3', volumeToGive: '36.8' };
const SECOND = { ...REFERENCE_ENTRY, weight: '74.9', pumpRate: '56.2', volumeToGive: '37.4' };
/** What is worked out from them may not show either. */
const FIRST_VALUES = /73\.7|55\.3|36\.8|36\.85|162/;

type Desk = { readonly window: OpenWindow; readonly hands: Hands; readonly session: string };

/** Ada weighs 73.7 kg, her order is signed, and R. Lim has typed the first entry by keyboard. */
async function firstEntryTyped(): Promise<Desk> {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const session = await orderForAda({ ...window, clock }, await weighAda({ ...window, clock }, FIRST.weight));
  clock.set(at('09:21:00'));
  const hands = handsOn(window.page);
  await hands.sees('Lock F8');
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await typeEntry(hands, 1, FIRST);
  await hands.press(/^Hand in the first entry/);
  await hands.sees('Second entry is waiting');
  clock.set(at('09:26:00'));
  return { window, hands, session };
}

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
