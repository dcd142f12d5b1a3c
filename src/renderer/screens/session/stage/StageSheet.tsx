import { useEffect, useState } from 'react';
import type { InfusionView, SessionView, StageView } from '../../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatMinutes } from '../../../../core/quantity/formatDuration.ts';
import { readQuantity } from '../../../../core/quantity/quantity.ts';
import { isStageOver } from '../../../../core/session/stages.ts';
import { formatTimeSince } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import { StageReadView } from './StageReadView.tsx';
import { stageForecast, stageOf } from './stageForecast.ts';

type StageSheetProps = SheetProps & { readonly onAlone: ((isAlone: boolean) => void) | undefined };
type Next = NonNullable<StageView['next']>;

/** The next stage of an order: what the pump is set to, and then what it shows, read without sight of it. */
export function StageSheet(props: StageSheetProps) {
  const { infusion } = props.session;
  const next = infusion?.stage?.next;
  return infusion && next ? <OpenStageSheet {...props} infusion={infusion} next={next} /> : null;
}

type OpenProps = StageSheetProps & { readonly infusion: InfusionView; readonly next: Next };

function OpenStageSheet(props: OpenProps) {
  const { session, next, onClose, onAlone } = props;
  const step = useStep('infusion:beginStage');
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    onAlone?.(isReading);
    return () => onAlone?.(false);
  }, [onAlone, isReading]);
  if (!isReading) return <SetPump {...props} onRead={() => setReading(true)} />;
  return (
    <StageReadView
      session={session}
      name={next.name}
      isRise={next.isRise}
      failure={step.failure}
      onTyped={step.clear}
      onClose={() => setReading(false)}
      onSave={async (reader, rate, volume) => {
        if (await step.send({ session: session.id, rate, volume, reader })) onClose();
      }}
    />
  );
}

/** What is set on the pump next to what runs, and what it will come to. */
function SetPump({ session, infusion, next, onClose, onRead }: OpenProps & { readonly onRead: () => void }) {
  const { app, clock } = useApp();
  const now = sessionNow(session, clock);
  const shown = (moment: number): number => onWallClock(moment, session, clock);
  const forecast = stageForecast(infusion, { now, zone: clock.zone, shown });
  const notOver = stageMissing(infusion, now);
  return (
    <CareSheet
      session={session}
      title={`Begin the ${next.name}`}
      onClose={onClose}
      head={[infusion.stage && stageOf(infusion.stage), forecast?.text].filter(Boolean).join(' · ')}
      say="The record does not control the pump."
      save={
        <SaveButton
          icon="blind"
          autoFocus
          missing={
            firstMissing([notOver !== undefined, notOver ?? '']) ?? roleMissing(app, ['nurse', 'prescriber'])
          }
          onSave={onRead}
        >
          {next.isRise ? 'Another person reads the pump' : 'Read the pump'}
        </SaveButton>
      }
    >
      <div className={styles['body']}>
        <p className={styles['first']}>
          {`Set the pump of Chair ${session.chair}: ${formatQuantityText(next.rate)}, volume limit ${formatQuantityText(next.volume)}. Start it, then read it back.`}
        </p>
        <p className={styles['line']}>{changeText(infusion, next, { now, zone: clock.zone, shown })}</p>
      </div>
    </CareSheet>
  );
}

/** `27 → 9 mL/h · 0.75 → 0.25 mg/kg/h · 18 mL in 2 h 0 min, to 12:20:00` */
function changeText(
  infusion: InfusionView,
  next: Next,
  {
    now,
    zone,
    shown,
  }: { readonly now: number; readonly zone: string; readonly shown: (at: number) => number },
): string {
  const lasts = readQuantity(next.lasts, 'min');
  const ends = now + Number((lasts.value.numerator * 60_000n) / lasts.value.denominator);
  return [
    `${formatNumberText(infusion.rate)} → ${formatQuantityText(next.rate)}`,
    `${formatNumberText(infusion.doseRate)} → ${formatQuantityText(next.doseRate)}`,
    `${formatQuantityText(next.volume)} in ${formatMinutes(lasts)}, to ${formatTimeSince(shown(now), shown(ends), zone)}`,
  ].join(' · ');
}

/** A stage is begun when the one before has run in, but for what the clocks of pump and record may be apart. */
function stageMissing({ run, stage }: SessionView['infusion'] & object, now: number): string | undefined {
  const volumeToGive = run.stages?.begun.at(-1)?.volume;
  if (!stage || volumeToGive === undefined || isStageOver(run, { volumeToGive }, now)) return undefined;
  return `The ${stage.name} has not run in yet.`;
}
