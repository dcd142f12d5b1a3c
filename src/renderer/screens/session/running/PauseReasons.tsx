import { PAUSE_REASONS, type PauseReason } from '../../../../core/session/events.ts';
import { PAUSE_REASON_WORDS } from '../../../../core/session/words.ts';
import { Segmented } from '../../../components/Segmented.tsx';

type PauseReasonsProps = {
  readonly label: string;
  readonly chosen: PauseReason | null;
  readonly onChoose: (reason: PauseReason) => void;
};

/** The reasons of a pause, side by side. */
export function PauseReasons({ label, chosen, onChoose }: PauseReasonsProps) {
  return (
    <Segmented
      label={label}
      choices={PAUSE_REASONS.map((reason) => ({ id: reason, label: PAUSE_REASON_WORDS[reason] }))}
      chosen={chosen}
      onChoose={(id) => {
        const reason = PAUSE_REASONS.find((known) => known === id);
        if (reason) onChoose(reason);
      }}
    />
  );
}
