import type { RefObject } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { NumberField, type NumberFieldProps } from '../../../components/NumberField.tsx';
import { Scale } from '../../../components/Scale.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import type { FieldHandle } from '../../../components/typing.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { type Measured, previousText } from '../running/padPrevious.ts';
import { PAD_RULES, type Pad, type PadField, type PadNumbers, padRefusal } from '../running/padValues.ts';
import styles from './RecordPad.module.css';

export type PadFields = RefObject<Partial<Record<PadField, FieldHandle | null>>>;
export type PadPlaces = {
  readonly first: RefObject<HTMLFieldSetElement | null>;
  readonly spo2: RefObject<HTMLDivElement | null>;
  readonly oxygen: RefObject<HTMLDivElement | null>;
};

type RecordPadVitalsProps = {
  readonly session: SessionView;
  readonly pad: Pad;
  readonly onPad: (pad: Pad) => void;
  /** The numbers as they were when the save was refused; a number that has changed since is judged anew. */
  readonly judged: PadNumbers | null;
  readonly fields: PadFields;
  readonly places: PadPlaces;
  readonly focusFirst: boolean;
  readonly onSave: () => void;
  readonly onLast: () => void;
};

/** One round of vital signs: five values and one Enter, the rest when it is taken. Source: UX 3.12, mockup 09. */
export function RecordPadVitals(props: RecordPadVitalsProps) {
  return (
    <div className={styles['vitals']}>
      <FirstFields {...props} />
      <OtherFields {...props} />
    </div>
  );
}

/** What every round has. */
function FirstFields(props: RecordPadVitalsProps) {
  const previous = usePrevious(props.session);
  const { first, spo2 } = props.places;
  return (
    <>
      <fieldset aria-label="BP" className={styles['pressure']} ref={first}>
        <PadNumber {...props} field="systolic" next="diastolic" label="Systolic" autoFocus={props.focusFirst}>
          {previous('pressure')}
        </PadNumber>
        <span aria-hidden="true" className={styles['slash']}>
          /
        </span>
        <PadNumber {...props} field="diastolic" next="heartRate" label="Diastolic" />
      </fieldset>
      <PadNumber {...props} field="heartRate" next="spo2" label="HR">
        {previous('heartRate')}
      </PadNumber>
      <div ref={spo2}>
        <PadNumber {...props} field="spo2" next="save" label="SpO2">
          {previous('spo2')}
        </PadNumber>
      </div>
    </>
  );
}

const OXYGEN = [
  { id: 'air', label: 'air' },
  { id: 'oxygen', label: 'oxygen' },
];

function OtherFields(props: RecordPadVitalsProps) {
  const { session, pad, onPad, places } = props;
  const previous = usePrevious(session);
  return (
    <>
      <div ref={places.oxygen}>
        <SelectField
          label="Oxygen"
          size="field"
          choices={OXYGEN}
          chosen={pad.oxygen}
          onChoose={(id) => onPad({ ...pad, oxygen: id === 'oxygen' ? 'oxygen' : 'air' })}
          emptyWord="Not recorded"
        />
      </div>
      <PadNumber {...props} field="respiration" next="temperature" label="Resp">
        {previous('respiration')}
      </PadNumber>
      <PadNumber {...props} field="temperature" next="last" label="Temp">
        {previous('temperature')}
      </PadNumber>
      <div>
        <Scale
          label="MOAA/S"
          highest={5}
          height={56}
          chosen={pad.moaas}
          onChoose={(moaas) => onPad({ ...pad, moaas })}
        />
        <p className={styles['previous']}>{previous('moaas')}</p>
      </div>
    </>
  );
}

function usePrevious(session: SessionView) {
  const { clock } = useApp();
  return (what: Measured) => previousText(session, what, clock.zone);
}

type PadNumberProps = RecordPadVitalsProps & {
  readonly field: PadField;
  readonly next: PadField | 'save' | 'last';
  readonly label: string;
} & Pick<NumberFieldProps, 'children' | 'autoFocus'>;

/**
 * A number of the pad. The save enters every one of them, so a well-formed number counts as soon as it is typed;
 * Enter goes on to the next, and in SpO2 saves.
 */
function PadNumber({ field, next, label, pad, onPad, judged, fields, ...props }: PadNumberProps) {
  const typed = pad.numbers[field];
  const onType = (text: string): void => onPad({ ...pad, numbers: { ...pad.numbers, [field]: text } });
  const goOn = (): void => {
    if (next === 'save') props.onSave();
    else if (next === 'last') props.onLast();
    else fields.current[next]?.focus();
  };
  return (
    <NumberField
      rule={PAD_RULES[field]}
      label={label}
      unitPlace="label"
      emptyWord="Not recorded"
      optional
      value={typed}
      entered={typed !== '' && padRefusal(field, typed) === undefined}
      refusal={judged?.[field] === typed ? padRefusal(field, typed) : undefined}
      onType={onType}
      onCommit={() => {}}
      onNext={goOn}
      autoFocus={props.autoFocus ?? false}
      ref={(handle) => {
        fields.current[field] = handle;
      }}
    >
      {props.children}
    </NumberField>
  );
}
