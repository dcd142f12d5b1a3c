import { quantityText } from '../../../core/quantity/quantity.ts';
import { pumpedOf } from '../../../core/session/countedSession.ts';
import { fieldsToEnter } from '../../../core/session/decisions/makeEntry.ts';
import { startSecondAttempt } from '../../../core/session/decisions/releaseHold.ts';
import { type EntryInput, type EntryValues, INPUTS_OF_FIELD } from '../../../core/session/entryFields.ts';
import { RECOVERY_CRITERIA } from '../../../core/session/events.ts';
import { reconciliation } from '../../../core/session/reconciliation.ts';
import type { Actor } from '../../../core/session/roles.ts';
import { newEventId } from '../../eventId.ts';
import type { SetClock } from '../../setClock.ts';
import { criterionRecorded, discharged, escortRecorded, signed, wasted } from '../closing.ts';
import type { OpenRecord } from '../openRecord.ts';
import { calendarDay } from '../patients.ts';
import { authorise, savePlan } from '../planning.ts';
import {
  diluentAdded,
  drugDrawn,
  infusionStarted,
  labelChecked,
  preparationWitnessed,
  pumpReadBack,
  vialTaken,
} from '../preparing.ts';
import { takeStep } from '../sessionSteps.ts';
import { recordWeighing } from '../weighing.ts';
import { playChecklist } from './playChecklist.ts';
import {
  at,
  bare,
  done,
  openScene,
  type Played,
  present,
  type Scene,
  sessionOf,
  step,
  type TrainingActors,
  vitals,
} from './scene.ts';
import { playStory } from './stories.ts';

const PRODUCT = 'ketamine-10-20';

/** Plays one session from the weighing to the countersignature, at 0.5 mg/kg over 40 min. */
export function playSession(
  record: OpenRecord,
  clock: SetClock,
  people: TrainingActors,
  played: Played,
): void {
  const scene = openScene(record, clock, people, played);
  weigh(scene);
  order(scene);
  enterTwice(scene);
  prepare(scene);
  startPump(scene);
  playStory(scene);
  recover(scene);
  close(scene);
}

function weigh(scene: Scene): void {
  at(scene, -48);
  const { record, played, people } = scene;
  done(
    recordWeighing(record, people.lim, {
      requestId: newEventId(),
      patient: played.patient,
      weight: bare(played.weight),
      again: null,
      method: 'measured',
      scale: 'scale 1',
      clothed: true,
    }),
  );
}

function order(scene: Scene): void {
  at(scene, -45);
  const { record, played, people } = scene;
  const screen = done(
    savePlan(record, {
      requestId: newEventId(),
      actor: people.patel,
      patient: played.patient,
      session: null,
      typed: {
        chair: played.chair,
        protocol: 'ketamine-mood-40',
        dose: '0.5',
        duration: '40',
        amount: '50',
        volume: '50',
        mixing: 'madeUpTo',
        product: PRODUCT,
      },
    }),
  );
  scene.id = present(screen.session);
  done(authorise(record, { ...step(scene, people.patel), position: screen.position, overrideReasons: [] }));
}

function enterTwice(scene: Scene): void {
  const { lim, osei } = scene.people;
  at(scene, -40);
  if (scene.played.story === 'secondAttempt') {
    enter(scene, lim, 1);
    enter(scene, osei, 2, { weight: '74.2' });
    done(takeStep(scene.record, step(scene, osei), startSecondAttempt));
    at(scene, -33);
  }
  enter(scene, lim, 1);
  enter(scene, osei, 2);
}

/** One blind entry: the right values, but for a slip, and only the fields that are asked for. */
function enter(scene: Scene, person: Actor, copy: 1 | 2, slip: Partial<EntryValues> = {}): void {
  const { record, forms, clock } = scene;
  const asked = fieldsToEnter(sessionOf(scene), person.id).flatMap((field) => INPUTS_OF_FIELD[field]);
  const right = { ...rightValues(scene), ...slip };
  const typed = (input: EntryInput): string => (asked.includes(input) ? (right[input] ?? '') : '');
  const values: EntryValues = {
    dateOfBirth: typed('dateOfBirth'),
    product: typed('product'),
    weight: typed('weight'),
    dose: typed('dose'),
    over: typed('over'),
    amount: typed('amount'),
    volume: typed('volume'),
    pumpRate: typed('pumpRate'),
    volumeToGive: typed('volumeToGive'),
  };
  const { ticket } = done(forms.open(record, scene.id, person));
  clock.advance(90_000);
  done(forms.submit(record, { requestId: newEventId(), ticket, copy, values, corrections: 0 }));
}

function rightValues(scene: Scene): EntryValues {
  const { order: ordered, sum, weighing } = present(pumpedOf(sessionOf(scene))).authorised;
  return {
    dateOfBirth: scene.played.born,
    product: ordered.product,
    weight: bare(weighing.weight),
    dose: bare(ordered.dose),
    over: bare(ordered.duration),
    amount: bare(ordered.amount),
    volume: bare(ordered.volume),
    pumpRate: bare(sum.rate),
    volumeToGive: bare(sum.volumeToGive),
  };
}

function prepare(scene: Scene): void {
  const { record, clock, people } = scene;
  const { lim, osei } = people;
  at(scene, -27);
  const expiry = `${Number(calendarDay(clock.now(), clock.zone()).slice(0, 4)) + 2}-08`;
  done(vialTaken(record, step(scene, lim), { product: PRODUCT, lot: 'K24B117', expiry, vials: 1 }));
  at(scene, -24);
  done(drugDrawn(record, step(scene, lim), '5'));
  at(scene, -22);
  done(diluentAdded(record, step(scene, lim), '50'));
  at(scene, -20);
  done(preparationWitnessed(record, step(scene, lim, osei), { volumeDrawn: '5', finalVolume: '50' }));
  at(scene, -18);
  const { label } = present(sessionOf(scene).preparation.witnessed);
  done(labelChecked(record, step(scene, lim), label.slice(-4)));
}

function startPump(scene: Scene): void {
  const { record, people } = scene;
  const { lim, osei } = people;
  at(scene, -12);
  playChecklist(scene);
  at(scene, -8);
  vitals(scene, [128, 76, 78, 98]);
  at(scene, -3);
  const { sum } = present(present(pumpedOf(sessionOf(scene))).match);
  const reading = {
    pump: 'P-03',
    programmedBy: lim.id,
    rate: bare(sum.rate),
    volumeLimit: bare(sum.volumeToGive),
    together: null,
  };
  done(pumpReadBack(record, step(scene, lim, osei), reading));
  at(scene, 0);
  done(infusionStarted(record, step(scene, lim), { nameSaid: true, typed: scene.played.born }));
}

function recover(scene: Scene): void {
  const { record, played } = scene;
  const { lim } = scene.people;
  const ended = (present(sessionOf(scene).ended).happenedAt - played.start) / 60_000;
  at(scene, ended + 4);
  vitals(scene, [134, 82, 82, 98]);
  at(scene, ended + 18);
  vitals(scene, [130, 80, 78, 98]);
  at(scene, ended + 31);
  vitals(scene, [126, 77, 76, 99]);
  for (const criterion of RECOVERY_CRITERIA) {
    done(criterionRecorded(record, step(scene, lim), { criterion, met: true }));
  }
  done(escortRecorded(record, step(scene, lim), { name: 'Kim Escort', relation: 'friend', phone: '' }));
  at(scene, ended + 34);
  done(discharged(record, step(scene, lim), { prescriber: null, reason: null }));
}

function close(scene: Scene): void {
  const { record, clock, people } = scene;
  clock.advance(20 * 60_000);
  const left = present(reconciliation(sessionOf(scene)));
  const amounts = {
    vial: bare(quantityText(left.leftInVial)),
    syringe: bare(quantityText(left.leftInSyringe)),
    line: bare(quantityText(left.leftInLine)),
  };
  done(wasted(record, step(scene, people.lim, people.osei), { typed: amounts, witnessTyped: amounts }));
  clock.advance(10 * 60_000);
  done(signed(record, step(scene, people.lim)));
  clock.advance(30 * 60_000);
  done(signed(record, step(scene, people.patel)));
}
