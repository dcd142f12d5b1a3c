import type { SessionView } from '../../../contract/views/session.ts';
import type { ChartDoses } from './chartData.ts';

/** The doses of a session as its chart draws them; null with a pump. */
export function chartDoses({
  counted,
  recovery,
}: Pick<SessionView, 'counted' | 'recovery'>): ChartDoses | null {
  return (
    counted && {
      name: counted.of === 'spray' ? 'Sprays' : 'Injections',
      given: counted.doses.map(({ number, done }) => ({ number, at: done.at })),
      endedAt: recovery?.ended.at ?? null,
    }
  );
}
