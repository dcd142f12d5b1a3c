import type { SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES, pumpRateRule } from '../../../../core/session/entryRules.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { type OwnReading, OwnReadings } from './OwnReadings.tsx';

type ReadBackViewProps = {
  readonly session: SessionView;
  readonly pump: string;
  readonly programmedBy: string;
  /** `agreed` when the reading was recorded as agreeing. */
  readonly onClose: (agreed: boolean) => void;
};

/** The reader's view: the pump's own display is the only source; nothing expected is in the page. Source: T8. */
export function ReadBackView({ session, pump, programmedBy, onClose }: ReadBackViewProps) {
  const { app } = useApp();
  const step = useStep('pump:readBack');
  const programmer = app.staff.find(({ id }) => id === programmedBy)?.name ?? '';
  const disagrees = step.failure?.kind === 'readBackDiffers';
  const save = async (
    reader: { readonly user: string; readonly secret: string },
    rate: string,
    volumeLimit: string,
  ): Promise<void> => {
    const reading = { pump, programmedBy, reader, rate, volumeLimit };
    if (await step.send({ session: session.id, ...reading })) onClose(true);
  };
  return (
    <OwnReadings
      session={session}
      title="Pump read-back"
      note="Read the pump. The expected values are not shown here."
      facts={[`Pump ${pump.trim()}`, `Programmed by ${programmer}`]}
      person="Reader"
      except={[programmedBy]}
      readings={readingsOf(session)}
      failure={step.failure}
      again={disagrees ? 'Check the pump, then read and enter both again.' : undefined}
      onTyped={step.clear}
      onClose={() => onClose(false)}
      onSave={(...typed) => void save(...typed)}
    />
  );
}

function readingsOf({ plan }: SessionView): readonly [OwnReading, OwnReading] {
  const hint = 'read the pump';
  const rate = plan ? pumpRateRule(plan.pump) : FIELD_RULES.pumpRate;
  return [
    { label: 'Rate', keypad: 'Rate, mL/h', hint, rule: rate },
    { label: 'Volume limit', keypad: 'Volume limit, mL', hint, rule: FIELD_RULES.volumeToGive },
  ];
}
