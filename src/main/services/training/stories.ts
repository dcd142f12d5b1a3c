import { quantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { roundToStep } from '../../../core/quantity/round.ts';
import { pumpedOf } from '../../../core/session/countedSession.ts';
import { endsAt, givenVolume } from '../../../core/session/delivered.ts';
import { completed, observed, paused, pumpRead, rateChanged, resumed, stopped } from '../infusing.ts';
import { at, bare, done, present, type Scene, type Story, sessionOf, step, vitals } from './scene.ts';

/** What happens between the start and the end, one story per finished session. */
const STORIES: Readonly<Record<Story, (scene: Scene) => void>> = {
  plain: runPlain,
  rateChange: runWithRateChange,
  pause: runWithPause,
  effects: runWithEffects,
  secondAttempt: runPlain,
  stoppedEarly: runStoppedEarly,
};

export function playStory(scene: Scene): void {
  at(scene, 10);
  vitals(scene, [138, 84, 86, 98]);
  STORIES[scene.played.story](scene);
}

function runPlain(scene: Scene): void {
  at(scene, 20);
  vitals(scene, [151, 92, 90, 98]);
  at(scene, 30);
  vitals(scene, [144, 88, 88, 97]);
  complete(scene);
}

function runWithRateChange(scene: Scene): void {
  at(scene, 14);
  see(scene, [{ effect: 'dizzy', severity: 1 }]);
  lowerRate(scene, 'comfort');
  at(scene, 20);
  vitals(scene, [142, 86, 88, 98]);
  at(scene, 30);
  vitals(scene, [139, 85, 84, 98], [], ['dizzy']);
  at(scene, 40);
  vitals(scene, [137, 84, 82, 98]);
  complete(scene);
}

function runWithPause(scene: Scene): void {
  at(scene, 18);
  see(scene, [{ effect: 'distress', severity: 2 }]);
  done(paused(scene.record, step(scene, scene.people.lim), 'distress'));
  at(scene, 20);
  vitals(scene, [150, 93, 101, 97]);
  at(scene, 23);
  const { rate } = present(present(pumpedOf(sessionOf(scene))).match).sum;
  see(scene, [], ['distress']);
  done(resumed(scene.record, step(scene, scene.people.lim), { readBack: bare(rate), prescriber: null }));
  at(scene, 30);
  vitals(scene, [141, 87, 90, 97]);
  complete(scene);
}

function runWithEffects(scene: Scene): void {
  at(scene, 12);
  see(scene, [{ effect: 'nausea', severity: 1 }]);
  at(scene, 16);
  see(scene, [
    { effect: 'dissociation', severity: 2 },
    { effect: 'timeDistortion', severity: 1 },
  ]);
  at(scene, 20);
  vitals(scene, [147, 90, 89, 98]);
  at(scene, 30);
  vitals(scene, [145, 88, 87, 97], [{ effect: 'dissociation', severity: 3 }], ['nausea']);
  at(scene, 38);
  see(scene, [], ['timeDistortion', 'dissociation']);
  complete(scene);
}

function runStoppedEarly(scene: Scene): void {
  at(scene, 20);
  vitals(scene, [162, 97, 104, 97], [{ effect: 'headache', severity: 2 }]);
  at(scene, 24);
  const { lim } = scene.people;
  done(stopped(scene.record, step(scene, lim), 'patient asked to stop'));
  scene.clock.advance(120_000);
  see(scene, [], ['headache']);
  done(pumpRead(scene.record, step(scene, lim), pumpShows(scene)));
}

function see(
  scene: Scene,
  effects: Parameters<typeof observed>[2]['effects'],
  ended: Parameters<typeof observed>[2]['ended'] = [],
): void {
  done(observed(scene.record, step(scene, scene.people.lim), { vitals: null, effects, ended }));
}

/** To three quarters of the ordered rate, the middle of the nurse's own range. */
function lowerRate(scene: Scene, reason: Parameters<typeof rateChanged>[2]['reason']): void {
  const { authorised, match } = present(pumpedOf(sessionOf(scene)));
  const step01 = readQuantity(authorised.rules.pump.rateStep, 'mL/h');
  const ordered = readQuantity(present(match).sum.rate, 'mL/h').value;
  const lower = { numerator: ordered.numerator * 3n, denominator: ordered.denominator * 4n };
  const rate = bare(quantityText(roundToStep({ unit: 'mL/h', value: lower }, step01)));
  const request = { rate, readBack: rate, reason, note: null, prescriber: null };
  done(rateChanged(scene.record, step(scene, scene.people.lim), request));
}

/** Runs to the volume limit; the nurse reads the pump at that moment. */
function complete(scene: Scene): void {
  const end = present(endsAt(present(sessionOf(scene).run)));
  scene.clock.set(scene.played.start + (end - present(sessionOf(scene).started).at));
  done(completed(scene.record, step(scene, scene.people.lim), pumpShows(scene)));
}

/** The pump's own volume: the record's, as the pump shows it. */
function pumpShows(scene: Scene): Parameters<typeof completed>[2] {
  const session = sessionOf(scene);
  const { run, ended } = session;
  const { authorised } = present(pumpedOf(session));
  const until = ended?.at ?? present(endsAt(present(run)));
  const volumeStep = readQuantity(authorised.rules.pump.volumeStep, 'mL');
  const shown = roundToStep(givenVolume(present(run), until), volumeStep);
  return {
    pumpVolume: bare(quantityText(shown)),
    linePrimedWith: 'diluent',
    lineFlushed: true,
    differenceReason: null,
  };
}
