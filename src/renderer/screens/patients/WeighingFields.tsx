import { useRef } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { FIELD_RULES } from '../../../core/session/entryRules.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './WeighingFields.module.css';
import type { WeighingDraft } from './weighingDraft.ts';

type WeighingFieldsProps = {
  readonly draft: WeighingDraft;
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
export function WeighingFields({ draft, failure, autoFocus, onChange }: WeighingFieldsProps) {
  const { clock } = useApp();
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
        refusal={failure?.kind === 'valueRefused' ? errorText(failure, clock.zone) : undefined}
        onType={(weight) => onChange({ weight, entered: false })}
        onCommit={() => onChange({ entered: true })}
        onNext={() => scale.current?.focus()}
      />
      <TextEntry
        ref={scale}
        label="Scale"
        emptyWord="Number or place"
        value={draft.scale}
        onType={(text) => onChange({ scale: text })}
        optional={draft.method === 'stated'}
      />
      <Choices draft={draft} onChange={onChange} />
    </div>
  );
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
