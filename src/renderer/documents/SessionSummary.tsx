import type { SessionSummaryData } from '../../contract/views/documents.ts';
import { VitalsChart } from '../components/VitalsChart.tsx';
import { chartDoses } from '../components/vitalsChart/chartDoses.ts';
import { VitalsLegend } from '../components/vitalsChart/VitalsLegend.tsx';
import { Part } from './Part.tsx';
import styles from './SessionSummary.module.css';
import { CountedGiven } from './sessionSummary/CountedGiven.tsx';
import { Delivered } from './sessionSummary/Delivered.tsx';
import { Differences } from './sessionSummary/Differences.tsx';
import { Effects } from './sessionSummary/Effects.tsx';
import { Facts } from './sessionSummary/Facts.tsx';
import { IndependentCheck } from './sessionSummary/IndependentCheck.tsx';
import { PlannedSum } from './sessionSummary/PlannedSum.tsx';
import { Preparation } from './sessionSummary/Preparation.tsx';
import { Reconciliation } from './sessionSummary/Reconciliation.tsx';
import { Recovery } from './sessionSummary/Recovery.tsx';
import { Signatures } from './sessionSummary/Signatures.tsx';
import { Staff } from './sessionSummary/Staff.tsx';
import { chartHeight, differencesSide, isShort } from './sessionSummary/summaryLayout.ts';
import { TimelineTable } from './sessionSummary/TimelineTable.tsx';
import { Times } from './sessionSummary/Times.tsx';

type SessionSummaryProps = { readonly data: SessionSummaryData };

/**
 * D1, the record of one session. A short session stands on one page, timeline beside totals; a longer one lets the
 * timeline run over the full width and puts the totals after it. Source: UX 4, D1.
 */
export function SessionSummary({ data }: SessionSummaryProps) {
  const short = isShort(data);
  return (
    <>
      <Facts data={data} />
      <Times data={data} />
      <div className={styles['sumAndCheck']}>
        <PlannedSum data={data} />
        <div>
          <IndependentCheck data={data} />
          <Preparation data={data} />
        </div>
      </div>
      <SessionChart data={data} />
      {short ? <ShortBody data={data} /> : <LongBody data={data} />}
      <Signatures data={data} />
    </>
  );
}

function ShortBody({ data }: SessionSummaryProps) {
  const side = differencesSide(data);
  return (
    <div className={styles['columns']}>
      <div>
        <TimelineTable data={data} layout="short" />
        <Recovery data={data} spaced />
        {side === 'timeline' ? <Differences data={data} spaced /> : null}
      </div>
      <div>
        <Given data={data} />
        <Effects data={data} />
        <Reconciliation data={data} spaced />
        <Staff data={data} />
        {side === 'totals' ? <Differences data={data} spaced /> : null}
      </div>
    </div>
  );
}

function LongBody({ data }: SessionSummaryProps) {
  return (
    <>
      <TimelineTable data={data} layout="long" />
      <div className={styles['halves']}>
        <div>
          <Given data={data} />
          <Effects data={data} />
        </div>
        <div>
          <Reconciliation data={data} />
          <Differences data={data} spaced />
          <Staff data={data} />
        </div>
      </div>
      <Recovery data={data} spaced />
    </>
  );
}

function Given({ data }: SessionSummaryProps) {
  const { counted } = data.session;
  return counted ? <CountedGiven data={data} counted={counted} /> : <Delivered data={data} />;
}

function SessionChart({ data }: SessionSummaryProps) {
  const { session, print } = data;
  const settled = session.systolicBand;
  const title = session.counted ? 'Vital signs and effects' : 'Vital signs, rate and effects';
  return (
    <Part title={title} note={<VitalsLegend limits={settled !== null} />} spaced>
      <VitalsChart
        unit="mm"
        size={{ width: 186, height: chartHeight(data) }}
        zone={print.zone}
        vitals={session.vitals}
        effects={session.effects}
        run={session.infusion?.run ?? null}
        doses={chartDoses(session)}
        doseRates={session.infusion?.steps ?? []}
        settled={settled}
        until={session.recovery?.discharged?.done.at ?? null}
      />
    </Part>
  );
}
