import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { CheckRow } from '../../../components/CheckRow.tsx';
import { DateOfBirthField } from '../../../components/DateOfBirthField.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import styles from './BeforeStart.module.css';

/** The two identifiers as said and typed; the service judges them against the record. */
export type IdentityTyped = { readonly nameSaid: boolean; readonly identifier: string };
export const NO_IDENTITY: IdentityTyped = { nameSaid: false, identifier: '' };

type IdentityFieldsProps = {
  readonly identity: IdentityTyped;
  readonly onIdentity: (identity: IdentityTyped) => void;
  /** Enter after the last of it: goes to the start, and never presses it. */
  readonly onNext: () => void;
};

/** Who sits in the chair: the name as the patient says it, and the date of birth or the record number. Source: H06. */
export function IdentityFields({ identity, onIdentity, onNext }: IdentityFieldsProps) {
  const [byNumber, setByNumber] = useState(false);
  const take = (identifier: string): void => onIdentity({ ...identity, identifier });
  return (
    <section aria-label="Identity" className={styles['part']}>
      <div className={styles['part-head']}>
        <h2>Two identifiers, asked of the patient now</h2>
      </div>
      <CheckRow
        label="The patient said their name"
        state={identity.nameSaid ? 'met' : 'unmet'}
        onChange={(nameSaid) => onIdentity({ ...identity, nameSaid })}
      />
      <div>
        {byNumber ? (
          <TextEntry
            label="Record number"
            value={identity.identifier}
            maxLength={40}
            onType={take}
            onEnter={onNext}
          />
        ) : (
          <DateOfBirthField value="" onChange={take} onNext={onNext} />
        )}
        <Button
          variant="ghost"
          onPress={() => {
            setByNumber(!byNumber);
            take('');
          }}
        >
          {byNumber ? 'Date of birth instead' : 'Record number instead'}
        </Button>
      </div>
    </section>
  );
}
