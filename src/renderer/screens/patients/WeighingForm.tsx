import type { Failure, FailureKind } from '../../../contract/failures.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { patientName } from '../../components/patientName.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { ENTER_GOES_ON } from '../firstRun/enterGoesOn.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { staleWeightText } from './patientWords.ts';
import { Recorded } from './Recorded.tsx';
import { useWeighing } from './useWeighing.ts';
import { WeighingFields } from './WeighingFields.tsx';
import styles from './WeighingForm.module.css';
import { missingInDraft } from './weighingDraft.ts';

/** Today's weighing, and whether one is needed. Source: UX 3.5, weight tab. */
export function WeighingForm({ record }: { readonly record: PatientRecordView }) {
  const { clock } = useApp();
  const { banner } = record;
  const { draft, pounds, weighAgain, change, save, failure, recorded } = useWeighing(banner.id);
  const missing = missingInDraft(draft, weighAgain !== null);
  const stale = banner.weightClosed ? null : staleWeightText(record.weighings, clock.now);
  return (
    <section className={styles['form']} aria-label="Weight today" {...ENTER_GOES_ON}>
      <h2 className={styles['title']}>Weight today</h2>
      {stale !== null && (
        <p className={styles['stale']}>
          <Icon name="warning" size={16} />
          {stale}
        </p>
      )}
      <WeighingFields
        draft={draft}
        pounds={pounds}
        weighAgain={weighAgain}
        failure={failure}
        autoFocus={stale !== null}
        onChange={change}
      />
      <div className={styles['say']}>
        {recorded && <Recorded record={recorded} />}
        {draft.method === 'stated' && 'A stated weight is kept but never used for dosing.'}
      </div>
      <Refused failure={failure} />
      <div className={styles['way']}>
        <Button size="act" variant="primary" wide submits missing={missing} onPress={save}>
          {`Record weight for ${patientName(banner)}`}
        </Button>
      </div>
    </section>
  );
}

const SAID_AT_A_FIELD: readonly FailureKind[] = ['valueRefused', 'weighAgain', 'weighingsDiffer'];

/** Why it was not recorded. What is wrong with a number stands at its field. */
function Refused({ failure }: { readonly failure: Failure | null }) {
  return failure && SAID_AT_A_FIELD.includes(failure.kind) ? null : <FailureLine failure={failure} />;
}
