import type { StaffRow } from '../../../contract/views/staff.ts';
import { useStep } from '../../hooks/useStep.ts';
import { StaffSheet } from './StaffSheet.tsx';

export type SureChannel = 'people:disable' | 'people:enable' | 'people:clearPin';

type SureSheetProps = {
  readonly channel: SureChannel;
  readonly person: StaffRow;
  readonly onClose: () => void;
};

const WORDS: Record<SureChannel, readonly [title: string, says: string, action: string]> = {
  'people:disable': [
    'Leaves',
    'They sign in no more and are offered nowhere. Everything they did stays in the record under their name. They can come back.',
    'They leave',
  ],
  'people:enable': ['Comes back', 'They sign in again with the passphrase they had.', 'They come back'],
  'people:clearPin': [
    'Reset PIN',
    'Their PIN works no more. They sign in with their passphrase and choose another under “My keys”.',
    'Reset the PIN',
  ],
};

/** One thing about one person that has only to be meant. */
export function SureSheet({ channel, person, onClose }: SureSheetProps) {
  const step = useStep(channel);
  const [title, says, action] = WORDS[channel];
  const save = async (): Promise<void> => {
    if (await step.send({ user: person.id })) onClose();
  };
  return (
    <StaffSheet
      title={`${title} — ${person.fullName}`}
      action={action}
      missing={undefined}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{says}</p>
    </StaffSheet>
  );
}
