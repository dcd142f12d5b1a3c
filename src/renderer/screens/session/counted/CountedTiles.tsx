import type { CountedView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatElapsed } from '../../../../core/quantity/formatDuration.ts';
import { siteText } from '../../../../core/session/saidOfDose.ts';
import { Figure } from '../../../components/Figure.tsx';
import { GivenBar } from '../../../components/GivenBar.tsx';
import { NumberTile, TileRow } from '../../../components/NumberTile.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import { formatTime, formatTimeSince } from '../../../components/time.ts';
import { capitalised } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from '../running/RunningTiles.module.css';
import { NextTile, PausedTile } from '../running/RunningTiles.tsx';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import { doseName } from './countedWords.ts';

type CountedTilesProps = { readonly session: SessionView; readonly counted: CountedView };

/** The four numbers of counted doses: how many, how much, when the next, when the next vital signs. */
export function CountedTiles({ session, counted }: CountedTilesProps) {
  return (
    <TileRow>
      <DosesTile session={session} counted={counted} />
      <TotalTile counted={counted} />
      {counted.paused ? (
        <PausedTile session={session} infusion={counted} />
      ) : (
        <NextDoseTile session={session} counted={counted} />
      )}
      <NextTile session={session} />
    </TileRow>
  );
}

function DosesTile({ session, counted }: CountedTilesProps) {
  const { clock } = useApp();
  const { doses, order, of, perDose } = counted;
  const last = doses.at(-1);
  return (
    <NumberTile
      wide
      label={capitalised(`${of}s`)}
      note={`${session.protocol.name} · ${formatQuantityText(counted.sum.concentration)}`}
      context={`${formatQuantityText(perDose)} each`}
      contextNote={last && `last one ${siteText(last.site)} ${formatTime(last.done.happenedAt, clock.zone)}`}
    >
      <Figure size={104} after={`of ${order.doses}`}>{`${doses.length}`}</Figure>
    </NumberTile>
  );
}

function TotalTile({ counted }: Pick<CountedTilesProps, 'counted'>) {
  const { sum, given, givenPerKg, givenPercent, limits, paused } = counted;
  const whole = formatQuantityText(sum.dose);
  const ends = [
    limits.softMaximum && `warn above ${formatQuantityText(limits.softMaximum)}`,
    limits.hardMaximum && `stop above ${formatQuantityText(limits.hardMaximum)}`,
  ].filter(Boolean);
  return (
    <NumberTile
      wide
      label="Given"
      note="counted"
      context={`${formatQuantityText(givenPerKg)} of ${formatQuantityText(sum.dosePerKg)}`}
      contextNote={ends.join(' · ')}
    >
      <span className={styles['given']}>
        <Quantity value={given} size={40} />
        <span className={styles['whole']}>{`of ${whole}`}</span>
      </span>
      <GivenBar
        percent={givenPercent}
        tone={paused ? 'paused' : 'running'}
        label={`Given, ${formatQuantityText(given)} of ${whole}`}
      />
    </NumberTile>
  );
}

function NextDoseTile({ session, counted }: CountedTilesProps) {
  const { clock } = useApp();
  const { next, order } = counted;
  if (!next) return null;
  const wait = next.earliestAt - sessionNow(session, clock);
  return (
    <NumberTile
      label={doseName(counted, next.number)}
      note={`now ${formatTime(clock.now, clock.zone)}`}
      context={wait > 0 ? `in ${formatElapsed(wait)}` : 'may be given now'}
      contextNote={`gap ${formatQuantityText(order.gap)}`}
    >
      <Figure size={40}>
        {formatTimeSince(clock.now, onWallClock(next.earliestAt, session, clock), clock.zone)}
      </Figure>
    </NumberTile>
  );
}
