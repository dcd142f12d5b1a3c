import type { StaffView } from '../../contract/views/people.ts';
import styles from './SecondPersonFields.module.css';
import { SecretField } from './SecretField.tsx';
import { SelectField } from './SelectField.tsx';

export type SecondPersonFieldsProps = {
  /** What this person is here for: `Witness`, `Prescriber`, `Read back by`. */
  readonly label: string;
  /** Who may do it; the signed-in person is not among them. */
  readonly people: readonly StaffView[];
  readonly chosen: string | null;
  readonly onChoose: (person: string) => void;
  readonly secret: string;
  readonly onSecret: (secret: string) => void;
  /** A PIN is not enough for this, however fresh. */
  readonly byPassphrase?: boolean;
  readonly onEnter?: () => void;
  /** `That PIN is not right for J. Osei.` */
  readonly refusal?: string | undefined;
};

/** A second person proves who they are: a name picked, never preselected, and that person's own PIN or passphrase. */
export function SecondPersonFields(props: SecondPersonFieldsProps) {
  const { byPassphrase = false } = props;
  const person = props.people.find(({ id }) => id === props.chosen);
  const isPin = !byPassphrase && (person?.pinIsEnough ?? false);
  const unknown = byPassphrase ? 'Passphrase' : 'PIN or passphrase';
  return (
    <div className={styles['pair']}>
      <SelectField
        label={props.label}
        size="field"
        choices={props.people.map(({ id, name, suffix, fullName }) => ({
          id,
          label: suffix === '' ? name : `${name} ${suffix}`,
          detail: fullName,
        }))}
        chosen={props.chosen}
        onChoose={props.onChoose}
        emptyWord="Choose the person"
        noChoices="Nobody else here may do this"
      />
      <SecretField
        label={person ? `${isPin ? 'PIN' : 'Passphrase'} of ${person.name}` : unknown}
        pin={isPin}
        waitsFor={person ? undefined : 'Choose the person first'}
        value={props.secret}
        onType={props.onSecret}
        {...(props.onEnter ? { onEnter: props.onEnter } : {})}
        refusal={props.refusal}
        size="field"
      />
    </div>
  );
}
