import { type Hands, inDialog } from '../../play/hands.ts';
import { openPatient } from '../../play/referencePlay.ts';
import { weighAda } from '../../support/referenceSession.ts';
import type { TrainingWindow } from './trainingWindow.ts';

/** The numbers of an order by rate, as they are typed into the plan. */
export type TypedRate = {
  readonly dose: string;
  /** By the boxes of the time: `hours`, `minutes`. */
  readonly over: Readonly<Record<string, string>>;
  readonly vial: string;
  readonly amount: string;
  readonly volume: string;
};

/** Ada weighs 72 kg, and at 09:15 the prescriber plans a session for her in chair 2, by this protocol. */
export async function planForAda(window: TrainingWindow, protocol: string): Promise<void> {
  const { hands } = window;
  await weighAda(window);
  await window.as('patel', '09:15:00');
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await hands.choose(/Chair/, 'Chair 2');
  await hands.choose(/Protocol/, protocol);
}

export async function typeRate(hands: Hands, typed: TypedRate): Promise<void> {
  await hands.type('Dose', typed.dose);
  for (const [box, number] of Object.entries(typed.over)) await hands.type(`Over, ${box}`, number);
  await hands.choose(/Vial/, typed.vial);
  await hands.type('Drug amount', typed.amount);
  await hands.type('Volume', typed.volume);
  await hands.pick(/made up to/);
}

/** The order is signed, by the button of this name and the passphrase; its sheet lies open. Gives the session. */
export async function signOrder({ hands, call }: TrainingWindow, button: RegExp): Promise<string> {
  await hands.press(button);
  await inDialog(hands).secret('Your passphrase', 'green-orchard');
  await hands.sees('cut here, one copy for each person');
  const { chairs } = await call('board:load', {});
  return chairs.find(({ number }) => number === 2)?.session?.id ?? '';
}
