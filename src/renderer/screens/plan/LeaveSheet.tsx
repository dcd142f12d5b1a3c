import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { patientName } from '../../components/patientName.ts';
import { Sheet } from '../../components/Sheet.tsx';
import styles from './AuthoriseSheet.module.css';
import type { PlanInHand } from './usePlanEditor.ts';

type LeaveSheetProps = {
  readonly plan: PlanInHand;
  readonly onLeave: () => void;
  readonly onStay: () => void;
};

/** Asked when Esc would drop what was typed. Source: UX 3.0, keyboard map. */
export function LeaveSheet({ plan, onLeave, onStay }: LeaveSheetProps) {
  return (
    <Sheet
      isOpen
      onClose={onStay}
      title={`The plan for ${patientName(plan.view.patient)} is typed, not saved`}
      footer={
        <ActionBar
          groups={[
            <Button key="leave" size="act" onPress={onLeave}>
              Leave without saving
            </Button>,
          ]}
          end={
            <Button size="act" variant="primary" autoFocus onPress={onStay}>
              Go on with the plan
            </Button>
          }
        />
      }
    >
      <p className={styles['body']}>Nothing that was typed since the last save is in the record.</p>
    </Sheet>
  );
}
