import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { chairAndPatient } from '../running/sessionWords.ts';

type SaveButtonProps = {
  readonly session: SessionView;
  /** What the press does: `Save for`, `Discharge`, `Cancel`. */
  readonly verb?: string;
  readonly missing: string | undefined;
  readonly onPress: () => void;
};

/** The one button of a closing sheet that records something; it names the chair and the patient. */
export function SaveButton({ session, verb = 'Save for', missing, onPress }: SaveButtonProps) {
  return (
    <Button size="act" variant="primary" missing={missing} onPress={onPress}>
      {`${verb} ${chairAndPatient(session)}`}
    </Button>
  );
}
