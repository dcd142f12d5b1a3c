import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { type OwnReading, OwnReadings } from './OwnReadings.tsx';
import type { PreparationProps } from './preparationSteps.ts';

type WitnessViewProps = Pick<PreparationProps, 'session' | 'preparation'> & { readonly onClose: () => void };

const READINGS: readonly [OwnReading, OwnReading] = [
  {
    label: 'Volume drawn',
    keypad: 'Volume drawn, mL',
    hint: 'read the vial and the syringe',
    rule: FIELD_RULES.drawnVolume,
  },
  {
    label: 'Final volume',
    keypad: 'Final volume, mL',
    hint: 'read the syringe',
    rule: FIELD_RULES.finalVolume,
  },
];

/** The witness's view: who they are and the two volumes, and no trace of what the preparer typed. Source: UX 3.9. */
export function WitnessView({ session, preparation, onClose }: WitnessViewProps) {
  const { app } = useApp();
  const step = useStep('preparation:witness');
  const { vial, drawn, mixed } = preparation;
  const preparers = [vial, drawn, mixed].map((made) => made?.done.by.id);
  const disagrees = step.failure?.kind === 'witnessDisagrees';
  return (
    <OwnReadings
      session={session}
      title="Witness"
      note="Read the syringe and the vial. The values are not shown here."
      person="Witness"
      except={[app.user?.id, ...preparers]}
      readings={READINGS}
      failure={step.failure}
      again={disagrees ? 'Read the syringe and the vial again, then enter both again.' : undefined}
      onTyped={step.clear}
      onClose={onClose}
      onSave={(witness, volumeDrawn, finalVolume) =>
        void step.send({ session: session.id, witness, volumeDrawn, finalVolume })
      }
    />
  );
}
