import type { InfusionView } from '../../contract/views/session.ts';
import type { StageText } from '../../core/dosing/planSumText.ts';
import {
  compareQuantities,
  minus,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../../core/quantity/quantity.ts';
import { add, divide, rational } from '../../core/quantity/rational.ts';
import { roundToStep } from '../../core/quantity/round.ts';
import { confirmedEmpty, confirmedEnd } from '../../core/session/confirmedNumbers.ts';
import { containerDue } from '../../core/session/containerDue.ts';
import { containerNoun } from '../../core/session/containerWords.ts';
import { pumpedOf } from '../../core/session/countedSession.ts';
import {
  needsPrescriber,
  rateBeforePause,
  vitalsNeededSincePause,
} from '../../core/session/decisions/pauseInfusion.ts';
import { dosePerKilogram, type InfusionRun, stageEndsAt } from '../../core/session/delivered.ts';
import type { PlanAuthorised } from '../../core/session/events.ts';
import { dosedWeight, meaning, nurseRange } from '../../core/session/nurseRange.ts';
import { containerNumber, type Session } from '../../core/session/session.ts';
import { nextStage, runningStage } from '../../core/session/stages.ts';
import { stageName } from '../../core/session/stageWords.ts';
import { agreedFigure } from '../services/disagreements.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { doneView, type PersonOf } from './peopleViews.ts';
import { shownFor } from './shownAmounts.ts';

/** The running infusion: what the pure projections need, and what the screen says beside them. */
export function infusionView(record: OpenRecord, session: Session, person: PersonOf): InfusionView | null {
  const { run, started } = session;
  const { match, authorised } = pumpedOf(session) ?? {};
  const concentration = session.preparation.witnessed?.concentration;
  if (!run || !started || !match || !authorised || !concentration) return null;
  const rate = rateBeforePause(session);
  const shown = shownFor(session);
  const ordered = (match.sum.staged ?? match.sum).dose;
  return {
    run,
    startedAt: started.happenedAt,
    concentration: shown(concentration),
    weight: dosedWeight(session),
    orderedDose: shown(ordered),
    orderedDosePerKg: shown(
      quantityText(dosePerKilogram(readQuantity(ordered, 'mg'), readQuantity(dosedWeight(session), 'kg'))),
    ),
    rate,
    doseRate: quantityText(meaning(session, readQuantity(rate, 'mL/h'))),
    endsAt:
      session.state === 'RUNNING' ? agreedFigure(record, session.id, 'endsAt', confirmedEnd(run)) : null,
    container: containerView(record, session, run, authorised.rules, match.sum),
    stage: stageView(session, run),
    paused: pausedView(session, person),
    steps: rateSteps(session),
  };
}

function stageView(session: Session, run: InfusionRun): InfusionView['stage'] {
  const running = runningStage(session);
  const stages = pumpedOf(session)?.match?.sum.staged?.stages;
  if (!running || !stages) return null;
  const next = nextStage(session);
  const present = readQuantity(run.stretches.at(-1)?.rate ?? '0 mL/h', 'mL/h');
  return {
    number: running.number,
    count: running.count,
    name: stageName(stages, running.number),
    endsAt: stageEndsAt(run),
    next: next
      ? {
          number: next.number,
          name: stageName(stages, next.number),
          rate: next.planned.rate,
          doseRate: quantityText(meaning(session, readQuantity(next.planned.rate, 'mL/h'))),
          volume: next.planned.volumeToGive,
          lasts: durationOf(next.planned),
          isRise: compareQuantities(readQuantity(next.planned.rate, 'mL/h'), present) > 0,
        }
      : null,
  };
}

/** As the pump is set. */
function durationOf({ startsAfter, endsAfter }: StageText): QuantityText<'min'> {
  return quantityText(minus(readQuantity(endsAfter, 'min'), readQuantity(startsAfter, 'min')));
}

/** Since when nothing goes in, and what is needed before it does again. */
export function pausedView(session: Session, person: PersonOf): InfusionView['paused'] {
  const pause = session.state === 'PAUSED' ? session.pauses.at(-1) : undefined;
  if (!pause) return null;
  return {
    began: doneView(person, pause.began),
    reason: pause.reason,
    vitalsNeeded: vitalsNeededSincePause(session, pause.began.at),
    prescriberNeeded: needsPrescriber(session),
  };
}

function containerView(
  record: OpenRecord,
  session: Session,
  run: InfusionRun,
  rules: PlanAuthorised['rules'],
  sum: PlanAuthorised['sum'],
): InfusionView['container'] {
  return {
    noun: containerNoun(rules.protocol),
    number: containerNumber(session),
    planned: sum.containers,
    label: session.preparation.witnessed?.label ?? '',
    emptyAt: agreedFigure(record, session.id, 'emptyAt', confirmedEmpty(run)),
    due: containerDue(session),
    nextLabel: session.nextPreparation.witnessed?.label ?? null,
  };
}

/** The nurse's range in three steps: lowest, middle and highest, on the pump's grid. */
function rateSteps(session: Session): InfusionView['steps'] {
  const range = nurseRange(session);
  const step = pumpedOf(session)?.authorised.rules.pump.rateStep;
  if (!range || !step) return [];
  const middle: Quantity<'mL/h'> = quantity(
    divide(add(range.lowest.value, range.highest.value), rational(2n)),
    'mL/h',
  );
  return [range.lowest, middle, range.highest].map((rate) => {
    const onGrid = roundToStep(rate, readQuantity(step, 'mL/h'));
    return { rate: quantityText(onGrid), doseRate: quantityText(meaning(session, onGrid)) };
  });
}
