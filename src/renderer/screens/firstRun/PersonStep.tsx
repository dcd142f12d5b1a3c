import { DateOfBirthField } from '../../components/DateOfBirthField.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import styles from './PersonStep.module.css';
import { type PersonRefusals, personRefusals, type TypedPerson } from './setUpForm.ts';

type PersonStepProps = {
  readonly person: TypedPerson;
  /** The first person while the second is typed: they may not be the same. */
  readonly other: TypedPerson | null;
  readonly onChange: (part: Partial<TypedPerson>) => void;
};

/** One of the two people a clinic begins with. */
export function PersonStep({ person, other, onChange: set }: PersonStepProps) {
  const refusals = personRefusals(person, other);
  return (
    <div className={styles['person']}>
      <TextEntry
        label="Full name"
        value={person.fullName}
        onType={(fullName) => set({ fullName })}
        maxLength={80}
        refusal={refusals.fullName}
        autoFocus
      />
      <TextEntry
        label="Letters after the name"
        hint="may be left empty"
        emptyWord="RN, MD"
        value={person.suffix}
        onType={(suffix) => set({ suffix })}
        maxLength={12}
        optional
      />
      <TextEntry
        label="Licence number"
        hint="may be left empty"
        value={person.licence}
        onType={(licence) => set({ licence })}
        optional
      />
      <DateOfBirthField
        label="Last day of the licence"
        hint="may be left empty"
        value={person.licenceExpires}
        onChange={(licenceExpires) => set({ licenceExpires })}
        onPartial={(isDateBegun) => set({ isDateBegun })}
      />
      <Passphrases person={person} refusals={refusals} onSet={set} />
    </div>
  );
}

type PassphrasesProps = {
  readonly person: TypedPerson;
  readonly refusals: PersonRefusals;
  readonly onSet: (part: Partial<TypedPerson>) => void;
};

/** Twice, because nobody sees it and nobody can look it up. */
function Passphrases({ person, refusals, onSet }: PassphrasesProps) {
  return (
    <>
      <SecretField
        label="Passphrase"
        hint="at least 8 characters"
        value={person.passphrase}
        onType={(passphrase) => onSet({ passphrase })}
        refusal={refusals.passphrase}
      />
      <SecretField
        label="Passphrase again"
        value={person.again}
        onType={(again) => onSet({ again })}
        refusal={refusals.again}
      />
    </>
  );
}
