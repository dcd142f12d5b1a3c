import type { ClockTick } from '../../../contract/views/app.ts';
import type { ChairSession } from '../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../core/quantity/format.ts';
import { formatElapsed, formatMinutesLeft } from '../../../core/quantity/formatDuration.ts';
import type { ChairBody } from '../../components/ChairCard.tsx';
import type { ChairVitalsProps } from '../../components/ChairVitals.tsx';
import { nothingOf } from '../../components/nothingOf.ts';
import { formatHourMinute, formatTime, formatTimeSince } from '../../components/time.ts';
import { endWhileEmpty, shortForecast } from '../session/container/containerWords.ts';
import { givenFigures } from '../session/givenFigures.ts';
import { onWallClock, sessionNow } from '../session/sessionTime.ts';
import { shortStageForecast } from '../session/stage/stageForecast.ts';
import { ageOf, type Due } from './boardWords.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** The muted line under the name; with several containers, when the next change is due. */
export function chairLine(session: ChairSession, clock: ClockTick): string {
  const { infusion, counted, recovery, drugName, closed } = session;
  if (closed) return 'plan closed until checked';
  if (recovery) return `ended ${formatHourMinute(recovery.endedAt, clock.zone)}`;
  if (counted) return `${drugName} ${formatQuantityText(counted.sum.concentration)}`;
  if (!infusion) return drugName;
  const drug = `${drugName} ${formatQuantityText(infusion.concentration)}`;
  const shown = (moment: number): number => onWallClock(moment, session, clock);
  const seen = { now: sessionNow(session, clock), zone: clock.zone, shown };
  const stage = shortStageForecast(infusion, seen);
  if (stage) return `${drug} · ${stage}`;
  if (infusion.container.due === null) return drug;
  return `${drug} · ${shortForecast(infusion.container, seen) ?? ''}`;
}

/** What a chair shows in its state. */
export function chairBody(session: ChairSession, clock: ClockTick, due: Due | null): ChairBody {
  if (session.state === 'RECOVERY' && session.recovery) return recoveryBody(session, clock, due);
  if (session.infusion && (session.state === 'RUNNING' || session.state === 'PAUSED')) {
    return infusionBody(session, session.infusion, clock, due);
  }
  if (session.counted && (session.state === 'RUNNING' || session.state === 'PAUSED')) {
    return dosesBody(session, session.counted, clock, due);
  }
  return { kind: 'words', title: nextStepTitle(session), lines: waitingLines(session, clock.zone) };
}

function infusionBody(
  session: ChairSession,
  infusion: NonNullable<ChairSession['infusion']>,
  clock: ClockTick,
  due: Due | null,
): ChairBody {
  const now = sessionNow(session, clock);
  const figures = givenFigures(infusion, now);
  const { paused } = infusion;
  const endsAt = endWhileEmpty(infusion, now);
  const unconfirmed = session.interruption ? ' · not confirmed' : '';
  const given = `≈ ${formatNumberText(figures.volume, 1)} of ${formatQuantityText(infusion.run.volumeToGive)}${unconfirmed}`;
  const side = paused
    ? {
        label: 'Paused since',
        value: formatTime(paused.began.happenedAt, clock.zone),
        note: ageOf(paused.began.at, now),
      }
    : {
        label: 'Ends',
        value:
          endsAt === null ? '' : formatTimeSince(clock.now, onWallClock(endsAt, session, clock), clock.zone),
        note: figures.complete
          ? '≈ complete, read the pump'
          : `${formatMinutesLeft((endsAt ?? now) - now)} left`,
      };
  return {
    kind: 'infusion',
    rate: paused ? '0 mL/h' : infusion.rate,
    doseRate: paused ? nothingOf(infusion.doseRate) : infusion.doseRate,
    side,
    given,
    givenPerKg: `${formatNumberText(figures.perKg, 4)} of ${formatQuantityText(infusion.orderedDosePerKg)}`,
    bar: { percent: figures.percent, tone: paused ? 'paused' : 'running', label: `Given, ${given}` },
    vitals: vitalsProps(session, clock, due),
  };
}

function dosesBody(
  session: ChairSession,
  counted: NonNullable<ChairSession['counted']>,
  clock: ClockTick,
  due: Due | null,
): ChairBody {
  const now = sessionNow(session, clock);
  const { paused, next, doses, order, of, perDose, sum } = counted;
  const wait = (next?.earliestAt ?? now) - now;
  const side = paused
    ? {
        label: 'Paused since',
        value: formatTime(paused.began.happenedAt, clock.zone),
        note: ageOf(paused.began.at, now),
      }
    : {
        label: `Next ${of}`,
        value: next
          ? formatTimeSince(clock.now, onWallClock(next.earliestAt, session, clock), clock.zone)
          : '',
        note: wait > 0 ? `in ${formatElapsed(wait)}` : 'may be given now',
      };
  const given = `${formatQuantityText(counted.given)} of ${formatQuantityText(sum.dose)}`;
  return {
    kind: 'doses',
    label: of === 'spray' ? 'Sprays' : 'Injections',
    each: perDose,
    count: `${doses.length}`,
    of: `of ${order.doses}`,
    side,
    given: session.interruption ? `${given} · not confirmed` : given,
    givenPerKg: formatQuantityText(counted.givenPerKg),
    bar: {
      percent: counted.givenPercent,
      tone: paused ? 'paused' : 'running',
      label: `Given, ${given}`,
    },
    vitals: vitalsProps(session, clock, due),
  };
}

function recoveryBody(session: ChairSession, clock: ClockTick, due: Due | null): ChairBody {
  const recovery = session.recovery;
  const now = sessionNow(session, clock);
  const minutes = recovery ? Math.floor((now - recovery.ended.at) / MILLISECONDS_PER_MINUTE) : 0;
  const needed = recovery?.neededMinutes ?? 0;
  const open = recovery?.criteria.filter(({ met }) => !met).length ?? 0;
  const missing = [
    ...(minutes < needed ? [`${needed - minutes} min`] : []),
    ...(recovery?.escort ? [] : ['escort']),
    ...(open > 0 ? [`${open} criteria`] : []),
    ...(recovery?.finalReading || session.counted ? [] : ['pump volume']),
  ];
  return {
    kind: 'recovery',
    observed: `${minutes}`,
    of: `of ${needed} min`,
    side: null,
    toFinish: missing.length,
    toFinishNote: missing.join(' · '),
    bar: {
      percent: needed === 0 ? 100 : (minutes / needed) * 100,
      tone: 'plain',
      label: `Observed, ${minutes} of ${needed} min`,
    },
    vitals: vitalsProps(session, clock, due),
  };
}

function vitalsProps(session: ChairSession, clock: ClockTick, due: Due | null): ChairVitalsProps {
  const last = session.lastVitals;
  const now = sessionNow(session, clock);
  const interval =
    session.state === 'RECOVERY'
      ? session.protocol.vitalsEveryMinutes.recovery
      : session.protocol.vitalsEveryMinutes.infusion;
  return {
    last: last && {
      pressure: last.systolic === null ? null : `${last.systolic}/${last.diastolic ?? '–'}`,
      heartRate: last.heartRate === null ? null : `${last.heartRate}`,
      spo2: last.spo2 === null ? null : `${last.spo2}`,
      age: ageOf(last.done.at, now),
      stale: now - last.done.at > interval * MILLISECONDS_PER_MINUTE,
    },
    due: due && { level: due.level, text: due.text },
  };
}

const NEXT_STEP: Partial<Record<ChairSession['state'], readonly [title: string, word: string]>> = {
  AUTHORISED: ['First entry is waiting', 'Make the first entry'],
  ENTERED_A: ['Second entry is waiting', 'Make the second entry'],
  MISMATCH: ['The two entries do not agree', 'Open the comparison'],
  HELD: ['This plan is on hold', 'Open the hold'],
  MATCHED: ['Ready to prepare', 'Prepare'],
  PREPARED: ['Before the start', 'Baseline and pump'],
  READY: ['Ready to start', 'Open and start'],
};

function nextStepTitle({ state }: ChairSession): string {
  return NEXT_STEP[state]?.[0] ?? '';
}

/** The word of the one button that leads on. */
export function nextStepWord({ state, chair, counted }: ChairSession): string {
  // Counted doses have no pump to program.
  if (state === 'PREPARED' && counted) return `Checklist and baseline — Chair ${chair}`;
  if (state === 'RECOVERY') return 'Discharge';
  return `${NEXT_STEP[state]?.[1] ?? 'Open'} — Chair ${chair}`;
}

function waitingLines({ entry, mismatch }: ChairSession, zone: string): readonly string[] {
  if (mismatch) return [`Attempt ${mismatch.attempt} of 2. No value is shown.`];
  if (!entry) return [];
  const who =
    entry.eligible.length > 0 ? `${entry.eligible.join(' or ')} can make it.` : 'Nobody here can make it.';
  if (!entry.first) return [who];
  const until = entry.expiresAt === null ? '' : ` Expires ${formatHourMinute(entry.expiresAt, zone)}.`;
  return [
    `First entry ${entry.first.by.name} ${formatHourMinute(entry.first.happenedAt, zone)}. About 60 s.`,
    `${who}${until}`,
  ];
}
