import type { InfusionView, PlanView, SessionView } from '../../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatMinutesLeft } from '../../../../core/quantity/formatDuration.ts';
import { compareQuantities, type QuantityText, readQuantity } from '../../../../core/quantity/quantity.ts';
import { PAUSE_REASON_WORDS } from '../../../../core/session/words.ts';
import { classes } from '../../../components/classes.ts';
import { DueChip } from '../../../components/DueChip.tsx';
import { shortBasisText } from '../../../components/dosingWeightWords.ts';
import { Figure } from '../../../components/Figure.tsx';
import { GivenBar } from '../../../components/GivenBar.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { NumberTile, TileRow } from '../../../components/NumberTile.tsx';
import { nothingOf } from '../../../components/nothingOf.ts';
import { Quantity } from '../../../components/Quantity.tsx';
import { formatHourMinute, formatTime, formatTimeSince } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { ageOf } from '../../board/boardWords.ts';
import { containerForecast, endWhileEmpty } from '../container/containerWords.ts';
import type { GivenFigures } from '../givenFigures.ts';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import { stageForecast, stageOf } from '../stage/stageForecast.ts';
import { nextVitals } from './nextVitals.ts';
import styles from './RunningTiles.module.css';

type TilesProps = {
  readonly session: SessionView;
  readonly infusion: InfusionView;
  readonly figures: GivenFigures;
};

/** The four numbers of a running infusion, as at the pump. Source: UX 3.11. */
export function RunningTiles(props: TilesProps) {
  return (
    <TileRow>
      <RateTile {...props} />
      <GivenTile {...props} />
      {props.infusion.paused ? <PausedTile {...props} /> : <EndsTile {...props} />}
      <NextTile session={props.session} />
    </TileRow>
  );
}

function RateTile({ session, infusion }: TilesProps) {
  const { plan, protocol } = session;
  const isPaused = infusion.paused !== null;
  const range =
    plan && `${formatNumberText(plan.nurseRange.lowest)} to ${formatQuantityText(plan.nurseRange.highest)}`;
  const before = `before the pause ${formatQuantityText(infusion.rate)}`;
  return (
    <NumberTile
      wide
      label="Rate"
      icon="pump"
      note={
        infusion.stage
          ? `${stageOf(infusion.stage)} · ${formatQuantityText(infusion.concentration)}`
          : `${protocol.name} · ${formatQuantityText(infusion.concentration)}`
      }
      context={
        <>
          <Quantity value={isPaused ? nothingOf(infusion.doseRate) : infusion.doseRate} />{' '}
          <span className={styles['dosed-on']}>{plan && dosedOnText(plan)}</span>
        </>
      }
      contextNote={
        <span className={styles['small']}>{isPaused ? before : range && `nurse may set ${range}`}</span>
      }
    >
      <Quantity value={isPaused ? '0 mL/h' : infusion.rate} size={104} />
    </NumberTile>
  );
}

/** `on 66.7 kg, adjusted weight`: what a kilogram of the rate is, where it is not one of the weight in the banner. */
function dosedOnText({ sum: { dosingWeight }, weighing }: PlanView): string | undefined {
  const isMeasured = ({ weight }: { readonly weight: QuantityText<'kg'> }): boolean =>
    compareQuantities(readQuantity(weight, 'kg'), readQuantity(weighing.weight, 'kg')) === 0;
  return !dosingWeight || isMeasured(dosingWeight)
    ? undefined
    : `on ${formatQuantityText(dosingWeight.weight)}, ${shortBasisText(dosingWeight)}`;
}

function GivenTile({ session, infusion, figures }: TilesProps) {
  const whole = formatQuantityText(infusion.orderedDose);
  const volume = `${formatNumberText(figures.volume, 1)} of ${formatQuantityText(infusion.run.volumeToGive)}`;
  const perKg = `${formatNumberText(figures.perKg, 4)} of ${formatQuantityText(infusion.orderedDosePerKg)}`;
  return (
    <NumberTile
      wide
      label="Given"
      note={session.interruption ? '≈ calculated, not confirmed' : '≈ calculated'}
      context={<span className={styles['plain']}>{`≈ ${volume}`}</span>}
      contextNote={<strong className={styles['strong']}>{perKg}</strong>}
    >
      <span className={styles['given']}>
        <Quantity value={figures.dose} size={40} decimals={1} approximate />
        <span className={styles['whole']}>{`of ${whole}`}</span>
      </span>
      <GivenBar
        percent={figures.percent}
        tone={infusion.paused ? 'paused' : 'running'}
        label={`Given, about ${volume}`}
      />
    </NumberTile>
  );
}

function EndsTile({ session, infusion, figures }: TilesProps) {
  const { clock } = useApp();
  const now = sessionNow(session, clock);
  const endsAt = endWhileEmpty(infusion, now);
  const left = formatMinutesLeft((endsAt ?? now) - now);
  const shown = (moment: number): number => onWallClock(moment, session, clock);
  const seen = { now, zone: clock.zone, shown };
  const stage = stageForecast(infusion, seen);
  // What is due stands above the tiles already.
  const forecast = stage?.level === 'later' ? stage : containerForecast(infusion.container, seen);
  return (
    <NumberTile
      label="Ends"
      note={`now ${formatTime(clock.now, clock.zone)}`}
      context={figures.complete ? '≈ complete, read the pump' : `${left} left`}
      contextNote={forecast?.text}
    >
      <Figure size={40}>
        {endsAt === null ? 'Not known' : formatTimeSince(clock.now, shown(endsAt), clock.zone)}
      </Figure>
    </NumberTile>
  );
}

type PausedTileProps = Pick<TilesProps, 'session'> & {
  readonly infusion: Pick<InfusionView, 'paused'>;
};

/** Since when nothing is given, and why. */
export function PausedTile({ session, infusion }: PausedTileProps) {
  const { clock } = useApp();
  const { paused } = infusion;
  if (!paused) return null;
  const { began, reason } = paused;
  return (
    <NumberTile
      label="Paused since"
      note={`now ${formatTime(clock.now, clock.zone)}`}
      context={`Paused ${ageOf(began.at, sessionNow(session, clock))}`}
      contextNote={reason === null ? 'reason not recorded' : PAUSE_REASON_WORDS[reason]}
    >
      <span className={styles['paused']}>
        <Icon name="pause" size={24} solid />
        <Figure size={40}>{formatTime(began.happenedAt, clock.zone)}</Figure>
      </span>
    </NumberTile>
  );
}

/** When vital signs are due next. */
export function NextTile({ session }: Pick<TilesProps, 'session'>) {
  const { clock } = useApp();
  const next = nextVitals(session, sessionNow(session, clock));
  if (!next || session.vitalsDueAt === null) return null;
  return (
    <NumberTile
      label="Next"
      note={next.level !== 'upcoming' && <DueChip level={next.level}>{next.text}</DueChip>}
      context={next.words}
      contextNote={next.last}
    >
      <span className={classes(styles['next'], styles[next.level])}>
        <Icon
          name={next.level === 'overdue' ? 'diamond' : 'clock'}
          solid={next.level === 'overdue'}
          size={24}
        />
        <Figure size={40}>
          {formatHourMinute(onWallClock(session.vitalsDueAt, session, clock), clock.zone)}
        </Figure>
      </span>
    </NumberTile>
  );
}
