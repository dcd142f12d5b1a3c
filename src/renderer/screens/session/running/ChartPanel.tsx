import { useLayoutEffect, useRef, useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { VitalsChart } from '../../../components/VitalsChart.tsx';
import { chartDoses } from '../../../components/vitalsChart/chartDoses.ts';
import { VitalsLegend } from '../../../components/vitalsChart/VitalsLegend.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { sessionNow } from '../sessionTime.ts';
import styles from './ChartPanel.module.css';

/** Vital signs, rate and effects as far as the window has room for them. */
export function ChartPanel({ session }: { readonly session: SessionView }) {
  const { clock } = useApp();
  const { room, size } = useRoom();
  const { infusion, vitals, effects } = session;
  const settled = session.systolicBand;
  return (
    <section aria-label="Chart" className={styles['panel']}>
      <div className={styles['legend']}>
        <VitalsLegend limits={settled !== null} />
      </div>
      <div ref={room} className={styles['room']}>
        {size && (
          <VitalsChart
            size={size}
            unit="px"
            zone={clock.zone}
            vitals={vitals}
            effects={effects}
            run={infusion?.run ?? null}
            doses={chartDoses(session)}
            doseRates={infusion?.steps ?? []}
            settled={settled}
            now={sessionNow(session, clock)}
          />
        )}
      </div>
    </section>
  );
}

type Size = { readonly width: number; readonly height: number };

/** The room there is for a drawing, in whole pixels; null until it was measured. */
function useRoom() {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = (): void => {
      const width = Math.floor(element.clientWidth);
      const height = Math.floor(element.clientHeight);
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { room, size };
}
