import { SecretField } from '../../components/SecretField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { missingTwice, type Twice } from '../keys/twice.ts';

export type TypedBy = 'person' | 'administrator';
export type FirstSecret = { readonly typedBy: TypedBy | null; readonly typed: Twice };

type FirstPassphraseProps = {
  readonly secret: FirstSecret;
  readonly onChange: (secret: FirstSecret) => void;
};

const WAYS = [
  { id: 'person', label: 'This person types it here' },
  { id: 'administrator', label: 'I choose it; they replace it at the next sign-in' },
] as const;

/** A passphrase for somebody else: typed by them, or chosen here and then replaced. Nothing is chosen beforehand. */
export function FirstPassphrase({ secret, onChange }: FirstPassphraseProps) {
  const { typedBy, typed } = secret;
  return (
    <>
      <Segmented
        label="Passphrase"
        choices={WAYS}
        chosen={typedBy}
        onChoose={(id) => onChange({ ...secret, typedBy: id === 'person' ? 'person' : 'administrator' })}
      />
      <SecretField
        label="New passphrase"
        hint="at least 8 characters"
        value={typed.first}
        onType={(first) => onChange({ ...secret, typed: { ...typed, first } })}
      />
      <SecretField
        label="New passphrase again"
        value={typed.again}
        onType={(again) => onChange({ ...secret, typed: { ...typed, again } })}
      />
    </>
  );
}

/** What is missing before it can be sent. */
export function missingSecret({ typedBy, typed }: FirstSecret): string | undefined {
  return typedBy === null ? 'Say who types the passphrase.' : missingTwice(typed, 'passphrase');
}
