import { onTestFinished } from 'vitest';
import type { Clock } from '../../../src/main/clock.ts';
import type { Paths } from '../../../src/main/paths.ts';
import { createSetClock, type SetClock } from '../../../src/main/setClock.ts';
import { type Hands, handsOn } from '../../play/hands.ts';
import { openChair, REFERENCE_ENTRY, typeEntry } from '../../play/referencePlay.ts';
import { trainingProfile } from '../../support/clinic.ts';
import { orderForAda, weighAda } from '../../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../../support/times.ts';
import { type OpenWindow, openWindow } from '../../support/window.ts';

/** Digits that stand nowhere else in the clinic, so that finding them is finding the first person's value. */
export const FIRST = { ...REFERENCE_ENTRY, weight: '73.7', pumpRate: '55.3', volumeToGive: '36.8' };
export const SECOND = { ...REFERENCE_ENTRY, weight: '74.9', pumpRate: '56.2', volumeToGive: '37.4' };
/** What is worked out from them may not show either. */
export const FIRST_VALUES = /73\.7|55\.3|36\.8|36\.85|162/;

export type Desk = {
  readonly window: OpenWindow;
  readonly hands: Hands;
  readonly session: string;
  readonly clock: SetClock;
  readonly paths: Paths;
};

/**
 * Ada weighs 73.7 kg, her order is signed, and R. Lim has typed the first entry by keyboard. `watched`: the clock as the
 * program gets it.
 */
export async function firstEntryTyped(
  watched = <Kind extends Clock>(clock: Kind): Kind => clock,
): Promise<Desk> {
  const clock = watched(createSetClock(TODAY, ZONE));
  const paths = trainingProfile();
  const window = await openWindow({ paths, clock, open: 'training' });
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
  return { window, hands, session, clock, paths };
}
