import { type Ref, useRef, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { ReadVial } from '../../../../contract/views/vials.ts';
import { SelectField } from '../../../components/SelectField.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { firstMissing } from '../running/sessionWords.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import { LotPick } from './LotPick.tsx';
import { expiryFromTyped, monthAndYear } from './preparationSteps.ts';
import { ScanField } from './ScanField.tsx';
import styles from './stepWork.module.css';

/** Source: field list of UX 3.9. */
const MOST_VIALS = 20;
const LONGEST_LOT = 20;
const VIAL_CHOICES = Array.from({ length: MOST_VIALS }, (_, index) => ({
  id: `${index + 1}`,
  label: index === 0 ? '1 vial' : `${index + 1} vials`,
}));

export type TypedVial = {
  readonly product: string | null;
  readonly lot: string;
  readonly expiry: string;
  readonly vials: string | null;
  /** The code the product comes from, and whether it gave lot and expiry too; null when all was typed. */
  readonly scan: { readonly code: string; readonly gaveLabel: boolean } | null;
};

export const NO_VIAL: TypedVial = { product: null, lot: '', expiry: '', vials: null, scan: null };

/** What of a vial is not typed yet. */
export function vialMissing({ product, lot, expiry, vials }: TypedVial): string | undefined {
  return firstMissing(
    [product === null, 'Choose the vial in your hand.'],
    [lot.trim() === '', errorText({ kind: 'textMissing', field: 'lot' }, '')],
    [expiryFromTyped(expiry) === undefined, errorText({ kind: 'textMissing', field: 'expiry' }, '')],
    [vials === null, 'Choose how many vials are opened.'],
  );
}

function fromScan({ product, label }: ReadVial, code: string): Partial<TypedVial> {
  const scan = { code, gaveLabel: label !== null };
  return label === null
    ? { product, scan }
    : { product, scan, lot: label.lot, expiry: monthAndYear(label.expiry) };
}

/** What a scan gave and a person changes is no longer from the scan. */
function byHand({ scan }: TypedVial): Partial<TypedVial> {
  return scan?.gaveLabel ? { scan: null } : {};
}

function scannedWords({ scan }: TypedVial): string {
  if (scan === null) return '';
  return scan.gaveLabel ? 'product, lot and expiry are from the scan' : 'product is from the scan';
}

type VialFieldsProps = {
  readonly session: string;
  readonly onRefused: (failure: Failure | null) => void;
  readonly vial: TypedVial;
  readonly onChange: (part: Partial<TypedVial>) => void;
  readonly product: string;
  readonly label: string;
};

/** Product, lot, expiry and how many are opened. */
export function VialFields({ session, vial, onChange, onRefused, product, label }: VialFieldsProps) {
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const lot = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const expiry = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const vials = useRef<HTMLButtonElement>(null);
  useFocusOnOpen(first);
  return (
    <div className={styles['fields']}>
      <div className={styles['whole']}>
        <ScanField
          session={session}
          said={scannedWords(vial)}
          onRefused={onRefused}
          onRead={(read, scan) => {
            onChange(fromScan(read, scan));
            focusAfterKey(read.label === null ? lot : vials);
          }}
          ref={first}
        />
      </div>
      <div className={styles['whole']}>
        <SelectField
          label="Vial, as its label says"
          size="field"
          choices={[{ id: product, label }]}
          chosen={vial.product}
          onChoose={(chosen) => onChange({ product: chosen, scan: null })}
          emptyWord={`Look for ${label}`}
        />
      </div>
      <div className={styles['whole']}>
        <LotPick
          session={session}
          typed={vial}
          onPick={(picked) => onChange({ ...picked, ...byHand(vial) })}
        />
      </div>
      <TextEntry
        label="Lot"
        value={vial.lot}
        maxLength={LONGEST_LOT}
        onType={(typed) => onChange({ lot: typed, ...byHand(vial) })}
        onEnter={() => focusAfterKey(expiry)}
        ref={lot}
      />
      <ExpiryField vial={vial} onChange={onChange} field={expiry} onNext={() => focusAfterKey(vials)} />
      <SelectField
        label="Vials opened"
        choices={VIAL_CHOICES}
        chosen={vial.vials}
        onChoose={(chosen) => onChange({ vials: chosen })}
        ref={vials}
      />
    </div>
  );
}

type ExpiryFieldProps = Pick<VialFieldsProps, 'vial' | 'onChange'> & {
  readonly field: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly onNext: () => void;
};

/** Month and year as they stand on the vial. What is malformed stays as typed, beside its reason. */
function ExpiryField({ vial, onChange, field, onNext }: ExpiryFieldProps) {
  const { expiry } = vial;
  const [entered, setEntered] = useState('');
  const isMonth = expiryFromTyped(expiry) !== undefined;
  const malformed = expiry !== '' && entered === expiry && !isMonth;
  return (
    <TextEntry
      label="Expiry"
      value={expiry}
      maxLength={7}
      emptyWord="MM-YYYY"
      onType={(typed) => onChange({ expiry: typed, ...byHand(vial) })}
      onEnter={() => {
        setEntered(expiry);
        if (isMonth) onNext();
      }}
      refusal={malformed ? errorText({ kind: 'textMissing', field: 'expiry' }, '') : undefined}
      ref={field}
    />
  );
}
