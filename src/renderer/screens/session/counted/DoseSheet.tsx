import { useRef, useState } from 'react';
import type { CountedView } from '../../../../contract/views/session.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../../../../core/quantity/format.ts';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import { sessionNow } from '../sessionTime.ts';
import { doseName, siteLabel, sitesOf } from './countedWords.ts';

/** The next dose: where, when, and who let it be early. Source: issue of the running session, counted doses. */
export function DoseSheet(props: SheetProps) {
  const { counted } = props.session;
  return counted?.next ? <OpenDoseSheet {...props} counted={counted} next={counted.next} /> : null;
}

type OpenDoseSheetProps = SheetProps & {
  readonly counted: CountedView;
  readonly next: NonNullable<CountedView['next']>;
};

const MILLISECONDS_PER_MINUTE = 60_000;
/** How long ago it was given, in minutes; beyond that the note of the session says more. */
const AGO = [0, 1, 5, 10] as const;

function OpenDoseSheet({ session, counted, next, onClose }: OpenDoseSheetProps) {
  const { app } = useApp();
  const dose = useDose({ session, counted, next, onClose });
  const body = useRef<HTMLDivElement>(null);
  useFocusOnOpen(body);
  const name = doseName(counted, next.number);
  const missing = firstMissing(
    [dose.site === undefined, `Choose the ${siteLabel(counted).toLowerCase()}.`],
    [dose.isEarly && dose.proof === null, 'The prescriber is not named and proved yet.'],
    [dose.isEarly && dose.reason.trim() === '', errorText({ kind: 'textMissing', field: 'reason' }, '')],
  );
  return (
    <CareSheet
      session={session}
      title={name}
      onClose={onClose}
      typed={dose.reason !== ''}
      head={`${formatQuantityText(counted.perDose)} · ${formatQuantityText(counted.given)} of ${formatQuantityText(counted.sum.dose)} given`}
      failure={dose.step.failure}
      save={
        <SaveButton onSave={dose.save} missing={roleMissing(app, ['nurse', 'prescriber']) ?? missing}>
          {`Record ${name.toLowerCase()}, ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <div className={styles['body']} ref={body}>
        <Segmented
          label={siteLabel(counted)}
          choices={sitesOf(counted).map(({ id, label }) => ({ id, label }))}
          chosen={dose.chosen}
          onChoose={dose.choose}
        />
        <Segmented
          label="Given"
          choices={AGO.map((minutes) => ({
            id: `${minutes}`,
            label: minutes === 0 ? 'Now' : `${minutes}${NO_BREAK_SPACE}min ago`,
          }))}
          chosen={`${dose.minutesAgo}`}
          onChoose={(id) => dose.setMinutesAgo(Number(id))}
        />
        {dose.isEarly && <Early session={session} next={next} counted={counted} dose={dose} />}
      </div>
    </CareSheet>
  );
}

type Dose = ReturnType<typeof useDose>;

function useDose({ session, counted, next, onClose }: Omit<OpenDoseSheetProps, 'onCommand'>) {
  const { app, clock } = useApp();
  const step = useStep('doses:give');
  const [chosen, setChosen] = useState<string | null>(null);
  const [minutesAgo, setMinutesAgo] = useState(0);
  const [reason, setReason] = useState('');
  const person = useSecondPerson();
  const ago = minutesAgo * MILLISECONDS_PER_MINUTE;
  const wait = next.earliestAt - (sessionNow(session, clock) - ago);
  const isEarly = wait > 0;
  const site = sitesOf(counted).find(({ id }) => id === chosen)?.site;
  const save = async (): Promise<void> => {
    if (!site) return;
    const sent = await step.send({
      session: session.id,
      number: next.number,
      site,
      ...(minutesAgo === 0 ? {} : { at: clock.now - ago }),
      lateReason: null,
      prescriber: isEarly ? person.proof : null,
      reason: isEarly ? reason.trim() : null,
    });
    if (sent) onClose();
  };
  const clear =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      set(value);
      step.clear();
    };
  return {
    step,
    chosen,
    choose: clear(setChosen),
    minutesAgo,
    setMinutesAgo: clear(setMinutesAgo),
    reason,
    setReason: clear(setReason),
    person,
    proof: person.proof,
    wait,
    isEarly,
    site,
    save,
    user: app.user?.id,
  };
}

type EarlyProps = Pick<OpenDoseSheetProps, 'session' | 'next' | 'counted'> & { readonly dose: Dose };

/** Before the gap has passed: a prescriber, by an own proof, and why. */
function Early({ next, counted, dose }: EarlyProps) {
  const failure = { number: next.number, waitMilliseconds: Math.ceil(dose.wait), of: counted.of };
  return (
    <div className={styles['asked']}>
      <p>{errorText({ kind: 'doseTooEarly', ...failure }, '')}</p>
      <TextEntry label="Reason" value={dose.reason} onType={dose.setReason} />
      <SecondPerson
        label="Prescriber"
        state={dose.person}
        roles={['prescriber']}
        except={[]}
        failure={dose.step.failure}
      />
    </div>
  );
}
