import { useRef, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CopyLabel } from '../prepare/CopyLabel.tsx';
import { LABEL_DIGITS, LastFour } from '../prepare/LabelStep.tsx';
import { expiryFromTyped } from '../prepare/preparationSteps.ts';
import styles from '../prepare/stepWork.module.css';
import { lookAlikeText, NO_VIAL, type TypedVial, VialFields, vialMissing } from '../prepare/TakeVialStep.tsx';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import { CountedFrame } from './CountedFrame.tsx';
import { CountedWitness } from './CountedWitness.tsx';
import { type CountedProps, fillText, vialText } from './countedSteps.ts';

/** P8 of counted doses: from the match to a filled device with its label on, one step at a time. */
export function PrepareCounted(props: CountedProps) {
  const { preparation } = props;
  if (!preparation.vial) return <TakeVial {...props} />;
  if (!preparation.drawn) return <Draw {...props} />;
  return preparation.witnessed ? <Label {...props} /> : <Witness {...props} />;
}

function TakeVial(props: CountedProps) {
  const { session, counted } = props;
  const { app } = useApp();
  const step = useStep('preparation:takeVial');
  const [vial, setVial] = useState<TypedVial>(NO_VIAL);
  const [unread, setUnread] = useState<Failure | null>(null);
  const change = (part: Partial<TypedVial>): void => {
    setVial((before) => ({ ...before, ...part }));
    setUnread(null);
    step.clear();
  };
  const { product, vials } = vial;
  const expiry = expiryFromTyped(vial.expiry);
  const save = (): void => {
    if (product === null || vials === null || expiry === undefined) return;
    const taken = { session: session.id, product, lot: vial.lot.trim(), expiry, vials: Number(vials) };
    void step.send(vial.scan === null ? taken : { ...taken, scan: vial.scan.code });
  };
  const work = (
    <>
      {session.lookAlikes && (
        <p className={styles['words']}>{lookAlikeText(session.drugName, session.lookAlikes)}</p>
      )}
      <VialFields
        session={session.id}
        onRefused={setUnread}
        vial={vial}
        onChange={change}
        product={counted.product.id}
        label={vialText(session, counted)}
      />
      <FailureLine failure={unread ?? step.failure} />
    </>
  );
  return (
    <CountedFrame
      {...props}
      work={{ 1: work }}
      action={
        <SaveButton missing={roleMissing(app, CHECKERS) ?? vialMissing(vial)} onSave={save}>
          {`Save the vial for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    />
  );
}

function Draw(props: CountedProps) {
  const { session, counted } = props;
  const { app } = useApp();
  const step = useStep('preparation:draw');
  const volume = useTypedNumber(FIELD_RULES.drawnVolume, step.clear);
  const saveButton = useRef<HTMLButtonElement>(null);
  const work = (
    <>
      <p className={styles['words']}>
        {`From ${vialText(session, counted)}, undiluted: ${fillText(counted)}. Type what is drawn in all.`}
      </p>
      <div className={styles['fields']}>
        <div className={styles['wide']}>
          <NumberField
            {...volume.field}
            label="Volume drawn"
            echo
            autoFocus
            onNext={() => focusAfterKey(saveButton)}
          />
        </div>
      </div>
      <FailureLine failure={step.failure} />
    </>
  );
  return (
    <CountedFrame
      {...props}
      work={{ 2: work }}
      action={
        <SaveButton
          ref={saveButton}
          missing={
            roleMissing(app, CHECKERS) ?? firstMissing([!volume.entered, 'Volume drawn is not entered.'])
          }
          onSave={() => void step.send({ session: session.id, volume: volume.value })}
        >
          {`Save the draw-up for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    />
  );
}

/** The witness reads on a view of their own; while it is open this screen is not in the page. */
function Witness(props: CountedProps) {
  const { app } = useApp();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <CountedWitness {...props} onClose={() => setOpen(false)} />;
  return (
    <CountedFrame
      {...props}
      work={{
        3: (
          <p className={styles['words']}>
            Hand over what is filled and the vial. The witness reads both and types the volume on their own
            view.
          </p>
        ),
      }}
      action={
        <SaveButton icon="blind" autoFocus missing={roleMissing(app, CHECKERS)} onSave={() => setOpen(true)}>
          Open the view of the witness
        </SaveButton>
      }
    />
  );
}

function Label(props: CountedProps) {
  const { session, preparation } = props;
  const { app } = useApp();
  const step = useStep('preparation:checkLabel');
  const [lastFour, setLastFour] = useState('');
  const saveButton = useRef<HTMLButtonElement>(null);
  const type = (typed: string): void => {
    setLastFour(typed);
    step.clear();
  };
  const missing = firstMissing([
    lastFour.length < LABEL_DIGITS,
    'Scan the label on the container, or type its last 4.',
  ]);
  const readBack = (
    <>
      <p className={styles['words']}>{`It is tied to Chair ${session.chair} from then on.`}</p>
      <LastFour value={lastFour} onType={type} onEnter={() => focusAfterKey(saveButton)} />
      <FailureLine failure={step.failure} />
    </>
  );
  return (
    <CountedFrame
      {...props}
      work={{ 4: <CopyLabel label={preparation.witnessed?.label ?? ''} />, 5: readBack }}
      action={
        <SaveButton
          ref={saveButton}
          missing={roleMissing(app, CHECKERS) ?? missing}
          onSave={() => void step.send({ session: session.id, lastFour })}
        >
          {`Save the label for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    />
  );
}
