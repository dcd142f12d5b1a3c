import { RATE_REASONS } from '../../../../core/session/events.ts';
import { RATE_REASON_WORDS } from '../../../../core/session/words.ts';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import type { TypedReason } from '../running/rateChange.ts';
import styles from './RateSheet.module.css';

type RateReasonFieldsProps = {
  readonly why: TypedReason;
  readonly onChange: (why: TypedReason) => void;
};

/** Why the rate changes; what is none of the usual reasons is said in a few words. */
export function RateReasonFields({ why, onChange }: RateReasonFieldsProps) {
  return (
    <div className={styles['reason']}>
      <Segmented
        label="Reason"
        choices={RATE_REASONS.map((reason) => ({ id: reason, label: RATE_REASON_WORDS[reason] }))}
        chosen={why.reason}
        onChoose={(id) => onChange({ ...why, reason: RATE_REASONS.find((known) => known === id) ?? null })}
      />
      {why.reason === 'other' && (
        <TextEntry
          label="The reason in a few words"
          value={why.note}
          onType={(note) => onChange({ ...why, note })}
          autoFocus
        />
      )}
    </div>
  );
}
