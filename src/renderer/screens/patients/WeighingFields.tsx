import { useRef } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';
import { FIELD_RULES } from '../../../core/session/entryRules.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Quantity } from '../../components/Quantity.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './WeighingFields.module.css';
import type { WeighingDraft } from './weighingDraft.ts';

type WeighingFieldsProps = {
  readonly draft: WeighingDraft;
  /** The echo that exposes a pound typed as a kilogram; null while there is no weight. */
  readonly pounds: QuantityText<'lb'> | null;
  /** Why the weight is to be weighed again; null where once is enough. */
  readonly weighAgain: string | null;
  readonly failure: Failure | null;
  readonly autoFocus: boolean;
  readonly onChange: (part: Partial<WeighingDraft>) => void;
};

const METHODS = [
  { id: 'measured', label: 'Measured' },
  { id: 'stated', label: 'Stated' },
] as const;
const YES_NO = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
] as const;

/** Kilograms only; there is no pound field. Source: UX 0.4, weight unit, and 3.5. */
export function WeighingFields(props: WeighingFieldsProps) {
  const { draft, pounds, weighAgain, failure, autoFocus, onChange } = props;
  const { clock } = useApp();
  const choices = useRef<HTMLDivElement>(null);
  const scale = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  return (
    <div className={styles['fields']}>
      <NumberField
        label="Weight"
        rule={FIELD_RULES.weight}
        value={draft.weight}
        entered={draft.entered}
        echo
        unitPlace="snug"
        autoFocus={autoFocus}
        refusal={refusalOf('weight', failure, clock.zone)}
        onType={(weight) => onChange({ weight, entered: false, again: '', againEntered: false })}
        onCommit={() => onChange({ entered: true })}
        onNext={() => scale.current?.focus()}
      >
        {pounds !== null && (
          <span className={styles['pounds']}>
            = <Quantity value={pounds} />
          </span>
        )}
      </NumberField>
      <TextEntry
        ref={scale}
        label="Scale"
        emptyWord="Number or place"
        value={draft.scale}
        onType={(text) => onChange({ scale: text })}
        optional={draft.method === 'stated'}
      />
      {weighAgain !== null && (
        <SecondWeighing
          draft={draft}
          why={weighAgain}
          failure={failure}
          onChange={onChange}
          onNext={() => firstChoice(choices.current)?.focus()}
        />
      )}
      <div ref={choices} className={styles['choices']}>
        <Choices draft={draft} onChange={onChange} />
      </div>
    </div>
  );
}

type SecondWeighingProps = Pick<WeighingFieldsProps, 'draft' | 'failure' | 'onChange'> & {
  readonly why: string;
  readonly onNext: () => void;
};

/** Asked for only where a weight cannot well be true; empty, and typed by hand. Source: UX 7, scenario 13. */
function SecondWeighing({ draft, why, failure, onChange, onNext }: SecondWeighingProps) {
  const { clock } = useApp();
  return (
    <>
      <div className={styles['why']}>
        <FailureNote>{why}</FailureNote>
      </div>
      <NumberField
        label="Second weighing"
        rule={FIELD_RULES.weight}
        value={draft.again}
        entered={draft.againEntered}
        echo
        unitPlace="snug"
        typedByHand
        refusal={
          failure?.kind === 'weighingsDiffer'
            ? errorText(failure, clock.zone)
            : refusalOf('secondWeighing', failure, clock.zone)
        }
        onType={(again) => onChange({ again, againEntered: false })}
        onCommit={() => onChange({ againEntered: true })}
        onNext={onNext}
      />
    </>
  );
}

/** The answer given to the first of the choices, or the first one there is. */
function firstChoice(choices: HTMLElement | null): HTMLInputElement | null {
  return choices?.querySelector('input:checked') ?? choices?.querySelector('input') ?? null;
}

/** What is wrong with the number of one field. */
function refusalOf(field: string, failure: Failure | null, zone: string): string | undefined {
  return failure?.kind === 'valueRefused' && failure.field === field ? errorText(failure, zone) : undefined;
}

/** Neither answer is given beforehand. */
function Choices({ draft: { method, clothed }, onChange }: Pick<WeighingFieldsProps, 'draft' | 'onChange'>) {
  return (
    <>
      <Segmented
        label="How"
        choices={METHODS}
        chosen={method}
        onChoose={(id) => onChange({ method: id === 'measured' ? 'measured' : 'stated' })}
      />
      <Segmented
        label="Clothed"
        choices={YES_NO}
        chosen={clothed === null ? null : clothed ? 'yes' : 'no'}
        onChoose={(id) => onChange({ clothed: id === 'yes' })}
      />
    </>
  );
}
