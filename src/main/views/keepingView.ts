import type { EnginesDisagreedDetails } from '../../contract/events/otherEvents.ts';
import type { KeepingView } from '../../contract/views/keeping.ts';
import type { Backup } from '../eventLog/backupFile.ts';
import { exportNames } from '../services/keeping/exports.ts';
import type { OpenRecord } from '../services/openRecord.ts';

/** The record itself: how much is in it, its backups, the last drill, faults of calculation, exports that can be opened. */
export function keepingView(record: OpenRecord, backups: readonly Backup[]): KeepingView {
  return {
    events: record.log.head().seq,
    backups: backups.map(({ madeAt, seq }) => ({ madeAt, events: seq })),
    lastDrill: lastDrill(record),
    disagreements: disagreements(record),
    exports: [...exportNames(record)],
  };
}

function lastDrill({ log }: OpenRecord): KeepingView['lastDrill'] {
  const event = log
    .readStream('workstation')
    .findLast(({ type, known }) => type === 'RestoreDrillDone' && known);
  if (!event) return null;
  const { madeAt, fault } = event.data as { readonly madeAt: number; readonly fault: string | null };
  return { at: event.happenedAt, madeAt, fault };
}

function disagreements({ log }: OpenRecord): KeepingView['disagreements'] {
  const noted = log
    .readStream('workstation')
    .filter(({ type, known }) => type === 'EnginesDisagreed' && known);
  return noted.reverse().map(({ happenedAt, data }) => {
    const { calculation, on } = data as EnginesDisagreedDetails;
    return { at: happenedAt, calculation, on };
  });
}
