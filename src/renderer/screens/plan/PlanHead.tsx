import { memo } from 'react';
import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { Tag } from '../../components/Tag.tsx';
import { formatDate } from '../../components/time.ts';
import styles from './PlanHead.module.css';
import { copyFor } from './planCopy.ts';
import type { PlanAction } from './planEntry.ts';

type PlanHeadProps = {
  readonly view: PlanScreenView;
  /** Empty: not chosen. */
  readonly protocol: string;
  readonly chair: number | null;
  readonly zone: string;
  readonly act: (action: PlanAction) => void;
};

/**
 * What the plan is made from: the protocol, the chair, and whose signed library its limits come from. Drawn again
 * only when one of them changes, not at every key: the sum has to be on screen before the eye looks for it.
 */
export const PlanHead = memo(function PlanHead({ view, protocol, chair, zone, act }: PlanHeadProps) {
  return (
    <ScreenHead title="Plan" end={<LibraryNote library={view.library} zone={zone} />}>
      <div className={styles['protocol']}>
        <SelectField
          label="Protocol"
          labelPlace="hidden"
          emptyWord="Choose the protocol"
          choices={[...view.choices, ...view.countedChoices].map(
            ({ protocol: { id, title, indication } }) => ({
              id,
              label: title,
              detail: indication,
            }),
          )}
          chosen={protocol === '' ? null : protocol}
          onChoose={(id) => act({ kind: 'chosen', choice: { protocol: id }, copy: copyFor(view, id) })}
        />
      </div>
      <div className={styles['chair']}>
        <SelectField
          label="Chair"
          labelPlace="hidden"
          emptyWord="Choose the chair"
          choices={view.chairs
            .filter(({ free, number }) => free || number === chair)
            .map(({ number, name }) => ({ id: `${number}`, label: name }))}
          chosen={chair === null ? null : `${chair}`}
          onChoose={(id) => act({ kind: 'chosen', choice: { chair: Number(id) } })}
          noChoices="No chair is free"
        />
      </div>
    </ScreenHead>
  );
});

/** Whose limits these are, on every state of the plan. */
export function LibraryNote({
  library,
  zone,
}: {
  readonly library: PlanScreenView['library'];
  readonly zone: string;
}) {
  return (
    <span className={styles['library']}>
      {library.notice !== '' && <Tag>{library.notice}</Tag>}
      <span>
        {`Library `}
        <span className="hy">{library.version}</span>
        {` · signed ${library.signedBy} `}
        <span className="hy">{formatDate(library.publishedAt, zone)}</span>
      </span>
    </span>
  );
}
