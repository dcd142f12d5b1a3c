import type { RefObject } from 'react';
import type { StaffView } from '../../../contract/views/people.ts';
import { Button } from '../../components/Button.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './SecretForm.module.css';
import { refusedText } from './signInWords.ts';
import { useSecret } from './useSecret.ts';

type SecretFormProps = {
  /** Null: nobody is chosen yet. */
  readonly person: StaffView | null;
  readonly ref: RefObject<HTMLInputElement | null>;
};

const WORDS = { pin: 'PIN', passphrase: 'passphrase' } as const;
const LABELS = { pin: 'PIN', passphrase: 'Passphrase' } as const;

/** The chosen person's PIN while it is enough, else the passphrase. Enter signs in. */
export function SecretForm({ person, ref }: SecretFormProps) {
  const { clock } = useApp();
  const { secret, by, other, failure, type, send, turn } = useSecret(person, ref);
  return (
    <div className={styles['form']}>
      <SecretField
        ref={ref}
        hint={person?.pinIsEnough && <OtherWay word={WORDS[other]} onTurn={turn} />}
        label={person ? `${LABELS[by]} of ${person.name}` : 'Passphrase or PIN'}
        size="field"
        pin={by === 'pin'}
        waitsFor={person ? undefined : 'Choose your name first'}
        value={secret}
        onType={type}
        onEnter={send}
        autoFocus={person !== null}
        refusal={failure ? refusedText(failure, clock.zone) : undefined}
      />
      <div className={styles['ways']}>
        <Button size="act" variant="primary" missing={missing(person, secret, WORDS[by])} onPress={send}>
          {person ? `Sign in as ${person.name}` : 'Sign in'}
        </Button>
      </div>
    </div>
  );
}

type OtherWayProps = { readonly word: string; readonly onTurn: () => void };

function OtherWay({ word, onTurn }: OtherWayProps) {
  return (
    <span className={styles['other']}>
      <Button variant="ghost" onPress={onTurn}>{`Use the ${word} instead`}</Button>
    </span>
  );
}

function missing(person: StaffView | null, secret: string, word: string): string | undefined {
  if (!person) return 'Choose your name first.';
  return secret === '' ? `Type the ${word}.` : undefined;
}
