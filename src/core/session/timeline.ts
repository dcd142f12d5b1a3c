import { formatElapsed } from '../quantity/formatDuration.ts';
import { derive, type QuantityText, quantityText, readQuantity } from '../quantity/quantity.ts';
import { countedOf, givenInDoses } from './countedSession.ts';
import { doseIn, dosePerKilogram, givenVolume } from './delivered.ts';
import { anchorFor, clockNote, type EventTimes, effectiveTime, type TimeAnchor } from './effectiveTime.ts';
import type { EffectRecorded, Recorded, SessionEvent, Vitals } from './events.ts';
import { dosedWeight } from './nurseRange.ts';
import { movedTo } from './observations.ts';
import type { Done, Session } from './session.ts';
import { type LineCorrection, saidOf, type TimelineMark } from './timelineSaid.ts';

export type TimelineLine = {
  readonly id: string;
  readonly done: Done;
  readonly mark: TimelineMark;
  readonly text: string;
  readonly detail: string | null;
  /** A change of state. */
  readonly strong: boolean;
  /** Belongs in the table of the session summary. */
  readonly clinical: boolean;
  readonly rate: QuantityText<'mL/h'> | null;
  readonly given: QuantityText<'mL'> | null;
  readonly givenPerKg: QuantityText<'mg/kg'> | null;
  readonly vitals: Vitals | null;
  readonly effect: EffectRecorded | null;
  /** Stands no more: a later line has put it right. It is shown struck through. */
  readonly superseded: boolean;
  /** Of a line that puts an earlier one right. */
  readonly correction: LineCorrection | null;
  /** Of an observation as it stands: the fact a correction names, and who recorded it. */
  readonly correctable: { readonly id: string; readonly recordedBy: string } | null;
};

/**
 * The timeline of a session in order of effective time, ties by log order. What was given is the integral up to
 * each line, from the events alone.
 */
export function timeline(
  session: Session,
  events: readonly Recorded<SessionEvent>[],
): readonly TimelineLine[] {
  let anchor: TimeAnchor | null = null;
  let before: Recorded<SessionEvent> | null = null;
  let notes: readonly string[] = [];
  const observed = new Map<string, Observed>();
  const lines = events.map((event) => {
    anchor = anchorFor(anchor, event);
    const line = lineOf(session, event, effectiveTime(anchor, event), observed);
    if (before && isTimed(session, line.done)) notes = [...notes, ...clockNotes(before, event)];
    before = event;
    if (!line.clinical || notes.length === 0) return line;
    const detail = [...(line.detail === null ? [] : [line.detail]), ...notes].join('; ');
    notes = [];
    return { ...line, detail };
  });
  const inForce = new Map([...observed].map(([id, { done, line }]) => [line, { id, recordedBy: done.by }]));
  const places = new Map(lines.map(({ id }, place) => [id, place]));
  // What puts a line right stands under it, however much else was recorded meanwhile.
  const placeOf = ({ id, corrects }: PlacedLine): number => places.get(corrects ?? id) ?? 0;
  return lines
    .toSorted((left, right) => left.done.at - right.done.at || placeOf(left) - placeOf(right))
    .map(({ corrects: _, ...line }) => standing(line, inForce));
}

/** An observation as far as the log has been read: when it counts from, who recorded it, and the line it stands in. */
type Observed = { readonly done: Done; readonly line: string };

/** A line with the observation it puts right. */
type PlacedLine = TimelineLine & { readonly corrects: string | null };

/** Marks whether a line has been put right since, and whether it can be. */
function standing(
  line: TimelineLine,
  inForce: ReadonlyMap<string, NonNullable<TimelineLine['correctable']>>,
): TimelineLine {
  if (line.vitals === null && line.effect === null) return line;
  const correctable = inForce.get(line.id) ?? null;
  return { ...line, correctable, superseded: correctable === null };
}

/** From the start to the discharge durations count, and how the clocks went is part of the record. */
function isTimed({ started, discharged }: Session, { at }: Done): boolean {
  return started !== null && at > started.at && (discharged === null || at <= discharged.at);
}

/** What the next clinical line says of the clocks, so that it stands on paper too. */
function clockNotes(before: EventTimes, event: EventTimes): readonly string[] {
  const note = clockNote(before, event);
  if (note === null) return [];
  if (note.kind === 'restarted') return ['computer was started again, times go on by its clock'];
  const way = note.by < 0 ? 'back' : 'forward';
  return [`computer clock moved ${way} by ${formatElapsed(Math.abs(note.by))}, totals not affected`];
}

function lineOf(
  session: Session,
  event: Recorded<SessionEvent>,
  recordedAt: number,
  observed: Map<string, Observed>,
): PlacedLine {
  const done = doneAt(event, recordedAt, observed);
  const { at } = done;
  return {
    id: event.id,
    done,
    detail: null,
    strong: false,
    clinical: false,
    vitals: null,
    effect: null,
    superseded: false,
    correction: null,
    correctable: null,
    corrects: 'corrects' in event.data ? event.data.corrects : null,
    rate: null,
    ...given(session, at),
    ...saidOf(session, event, at),
    // Counted doses have no rate, a pause and a stop of them neither.
    ...(countedOf(session) ? { rate: null } : {}),
  };
}

/** A correction stands where the observation stands that it puts right, under the name of whoever made it. */
function doneAt(event: Recorded<SessionEvent>, at: number, observed: Map<string, Observed>): Done {
  const { id, actor: by, witness, happenedAt, recordedAt } = event;
  const done: Done = { by, witness, happenedAt, recordedAt, at };
  if (event.type === 'VitalsRecorded' || event.type === 'EffectRecorded')
    observed.set(id, { done, line: id });
  if (event.type !== 'VitalsCorrected' && event.type !== 'EffectCorrected') return done;
  const first = observed.get(event.data.corrects)?.done ?? done;
  const moved = { ...first, ...movedTo(first, event.data.seenAt) };
  observed.set(event.data.corrects, { done: moved, line: id });
  return { ...moved, by, witness };
}

function given(session: Session, at: number): Pick<TimelineLine, 'given' | 'givenPerKg'> {
  const { run, started } = session;
  const concentration = session.preparation.witnessed?.concentration;
  if (!started || !concentration || at < started.at) return { given: null, givenPerKg: null };
  const strength = readQuantity(concentration, 'mg/mL');
  const counted = givenInDoses(session.doses.filter((dose) => dose.at <= at));
  const volume = run ? givenVolume(run, at) : derive('mL', [counted], [strength]);
  const dose = doseIn(volume, strength);
  const perKg = dosePerKilogram(dose, readQuantity(dosedWeight(session), 'kg'));
  return { given: quantityText(volume), givenPerKg: quantityText(perKg) };
}
