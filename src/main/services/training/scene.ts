import type { Failure } from '../../../contract/failures.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';
import type { Result } from '../../../core/result.ts';
import type { EffectKind, EffectRecorded, Vitals } from '../../../core/session/events.ts';
import type { Actor } from '../../../core/session/roles.ts';
import type { Session } from '../../../core/session/session.ts';
import { newEventId } from '../../eventId.ts';
import type { SetClock } from '../../setClock.ts';
import { createEntryForms, type EntryForms } from '../entries.ts';
import { observed } from '../infusing.ts';
import type { OpenRecord } from '../openRecord.ts';
import { loadSession, type Step } from '../sessionSteps.ts';

export type TrainingActors = Readonly<Record<'lim' | 'osei' | 'patel' | 'amari' | 'novak', Actor>>;

export type Story = 'plain' | 'rateChange' | 'pause' | 'effects' | 'secondAttempt' | 'stoppedEarly';

/** One session of the training clinic's past, as it is to be played. */
export type Played = {
  readonly patient: string;
  readonly born: string;
  readonly weight: QuantityText<'kg'>;
  readonly chair: number;
  readonly story: Story;
  /** When the infusion started. */
  readonly start: number;
};

/** What a session is played with: the record, the people, and a clock that is set from step to step. */
export type Scene = {
  readonly record: OpenRecord;
  readonly clock: SetClock;
  readonly people: TrainingActors;
  readonly played: Played;
  readonly forms: EntryForms;
  /** The session, once its plan is saved. */
  id: string;
};

const MILLISECONDS_PER_MINUTE = 60_000;

export function openScene(
  record: OpenRecord,
  clock: SetClock,
  people: TrainingActors,
  played: Played,
): Scene {
  return { record, clock, people, played, forms: createEntryForms(), id: '' };
}

/** Sets the clock to a number of minutes after the start; below 0 before it. */
export function at(scene: Scene, minutes: number): void {
  scene.clock.set(scene.played.start + Math.round(minutes * MILLISECONDS_PER_MINUTE));
}

/** A step of the played session, with a fresh request id. */
export function step(scene: Scene, actor: Actor, second: Actor | null = null): Step {
  return { session: scene.id, requestId: newEventId(), actor, second };
}

export function sessionOf(scene: Scene): Session {
  const loaded = loadSession(scene.record, scene.id);
  if (!loaded) throw new Error('The session being played is not in the log.');
  return loaded.session;
}

/** The training clinic's past has no refusals: one would be a fault of the program. */
export function done<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(`The training clinic could not be made: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined)
    throw new Error('The session being played lacks an earlier step.');
  return value;
}

/** `54` of `54 mL/h`: what a person types. */
export function bare(text: QuantityText): string {
  return text.slice(0, text.indexOf(' '));
}

/** Vital signs with the patient awake and on air. */
export function vitals(
  scene: Scene,
  [systolic, diastolic, heartRate, spo2]: readonly [number, number, number, number],
  effects: readonly EffectRecorded[] = [],
  ended: readonly EffectKind[] = [],
): void {
  const unmeasured = { respiration: null, temperature: null, pain: null };
  const measured: Vitals = { systolic, diastolic, heartRate, spo2, oxygen: 'air', moaas: 5, ...unmeasured };
  done(observed(scene.record, step(scene, scene.people.lim), { vitals: measured, effects, ended }));
}
