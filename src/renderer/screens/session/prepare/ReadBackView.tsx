import { useState } from 'react';
import type { Request } from '../../../../contract/channels.ts';
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

type Reading = Pick<Request<'pump:readBack'>, 'reader' | 'rate' | 'volumeLimit'>;

/**
 * The reader's view: the pump's own display is the only source; nothing expected is in the page. After two refusals
 * the person who programmed the pump reads it too, on a view of their own. Source: T8.
 */
export function ReadBackView({ session, pump, programmedBy, onClose }: ReadBackViewProps) {
  const { app } = useApp();
  const step = useStep('pump:readBack');
  // What the reader typed waits here for the other reading, and is in no field any more.
  const [waiting, setWaiting] = useState<Reading | null>(null);
  const programmer = app.staff.find(({ id }) => id === programmedBy)?.name ?? '';
  const disagrees = step.failure?.kind === 'readBackDiffers';
  const send = async (reading: Reading, together?: Request<'pump:readBack'>['together']): Promise<void> => {
    const request = { session: session.id, pump, programmedBy, ...reading };
    if (await step.send(together ? { ...request, together } : request)) onClose(true);
    else setWaiting(null);
  };
  const common = {
    session,
    title: 'Pump read-back',
    note: 'Read the pump. The expected values are not shown here.',
    facts: [`Pump ${pump.trim()}`, `Programmed by ${programmer}`],
    readings: readingsOf(session),
    failure: step.failure,
    again: disagrees ? 'Check the pump, then read and enter both again.' : undefined,
    onTyped: step.clear,
    onClose: () => onClose(false),
  };
  if (waiting) {
    const others = app.staff.filter(({ id }) => id !== programmedBy).map(({ id }) => id);
    return (
      <OwnReadings
        key="programmer"
        {...common}
        person="Programmed by"
        except={others}
        onSave={(person, rate, volumeLimit) => void send(waiting, { programmer: person, rate, volumeLimit })}
      />
    );
  }
  return (
    <OwnReadings
      key="reader"
      {...common}
      person="Reader"
      except={[programmedBy]}
      onSave={(reader, rate, volumeLimit) => {
        const reading = { reader, rate, volumeLimit };
        if (session.readTogether) setWaiting(reading);
        else void send(reading);
      }}
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
