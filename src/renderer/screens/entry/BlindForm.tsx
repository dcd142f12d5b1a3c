import { useEffect, useEffectEvent, useReducer } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { EntryForm } from '../../../contract/views/session.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { patientName } from '../../components/patientName.ts';
import { TakeOver } from '../../components/TakeOver.tsx';
import { errorText } from '../../errorText.ts';
import { type Breach, breachText } from '../../errorTexts/breachText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { useStep } from '../../hooks/useStep.ts';
import type { EntryInHand } from './EntryFieldOf.tsx';
import styles from './EntryFields.module.css';
import { EntryFields } from './EntryFields.tsx';
import { EntryBanner, entryFacts, entryTitle } from './EntryHead.tsx';
import { EntryPad } from './EntryPad.tsx';
import {
  type EntryAction,
  entryMissing,
  entryTypedAfter,
  NOTHING_TYPED,
  valuesHandedIn,
} from './entryTyped.ts';
import { useFieldFocus } from './useFieldFocus.ts';
import { useIdle } from './useIdle.ts';
import { useOwnFigures } from './useOwnFigures.ts';

type BlindFormProps = {
  readonly form: EntryForm;
  /** The form is no more, with the reason. */
  readonly onEnd: (sentence: string) => void;
};

/** The whole window for one person's entry. What is typed lives here and nowhere else. Source: UX 3.8, P7. */
export function BlindForm({ form, onEnd }: BlindFormProps) {
  const { app, clock } = useApp();
  const { hand, idle, handing } = useEntry(form, onEnd);
  return (
    <div
      onKeyDownCapture={(event) => {
        idle.onKey();
        if (event.key === 'Backspace' || event.key === 'Delete') hand.act({ kind: 'corrected' });
      }}
      onPointerDownCapture={idle.onKey}
    >
      <TakeOver
        training={app.file === 'training'}
        title={entryTitle(form)}
        icon={form.which === 'second' ? 'blind' : 'note'}
        note="Work from the source, not from memory."
        facts={entryFacts(form, clock.zone)}
        banner={<EntryBanner form={form} />}
        actions={
          <>
            <EntryRemarks failure={handing.failure} breaches={hand.check.breaches} />
            <EntryActions hand={hand} onHandIn={() => void handing.handIn(hand.entry)} />
          </>
        }
      >
        <div className={styles['form']}>
          <EntryFields hand={hand} left={idle.left} />
          <EntryPad hand={hand} />
        </div>
      </TakeOver>
    </div>
  );
}

function useEntry(form: EntryForm, onEnd: BlindFormProps['onEnd']) {
  const { zone } = useApp().clock;
  const [entry, change] = useReducer(entryTypedAfter, NOTHING_TYPED);
  const focus = useFieldFocus(form, entry.round);
  const check = useOwnFigures(form, entry.values);
  const idle = useIdle(form, () => onEnd(errorText({ kind: 'formExpired' }, zone)));
  const handing = useHandIn(form, onEnd);
  const act = (action: EntryAction): void => {
    handing.clear();
    change(action);
  };
  const hand: EntryInHand = { form, entry, act, focus, check };
  return { hand, idle, handing };
}

type EntryRemarksProps = {
  readonly failure: Failure | null;
  /** Of the first person's own values. */
  readonly breaches: readonly Breach[];
};

/** Above the actions, so that nothing of the form moves: why it was refused, and which limits are passed. */
function EntryRemarks({ failure, breaches }: EntryRemarksProps) {
  const { zone } = useApp().clock;
  const isHard = breaches.some(({ strength }) => strength === 'hard');
  return (
    <div className={styles['remarks']}>
      {failure && (
        <FailureNote tone={failure.kind === 'notSaved' ? 'stop' : 'warn'}>
          {errorText(failure, zone)}
        </FailureNote>
      )}
      {breaches.length > 0 && (
        <FailureNote tone={isHard ? 'stop' : 'warn'}>{breaches.map(breachText).join(' ')}</FailureNote>
      )}
    </div>
  );
}

type EntryActionsProps = { readonly hand: EntryInHand; readonly onHandIn: () => void };

function EntryActions({ hand: { form, entry, act }, onHandIn }: EntryActionsProps) {
  const { go } = usePlace();
  const what = form.which === 'second' ? 'Compare' : 'Hand in the first entry';
  return (
    <ActionBar
      groups={[
        <Button key="leave" size="act" onPress={() => go({ at: 'board' })}>
          Cannot do this now
        </Button>,
        <Button key="clear" size="act" onPress={() => act({ kind: 'cleared' })}>
          Clear all
        </Button>,
      ]}
      end={
        <Button size="act" variant="primary" missing={entryMissing(form, entry)} onPress={onHandIn}>
          {`${what} — Chair ${form.chair}, ${patientName(form.patient)}`}
        </Button>
      }
    />
  );
}

const VOIDED =
  'The agreed values pass a limit that the order gives no reason for. The authorisation and the double check are void. A prescriber must look at the plan again.';

/** Hands the entry in and goes where its outcome leads; a refusal leaves everything as typed. */
function useHandIn(form: EntryForm, onEnd: (sentence: string) => void) {
  const { zone } = useApp().clock;
  const { go } = usePlace();
  const submitting = useStep('entry:submit');
  const isGone = submitting.failure?.kind === 'formExpired';
  const end = useEffectEvent(() => onEnd(errorText({ kind: 'formExpired' }, zone)));
  useEffect(() => {
    if (isGone) end();
  }, [isGone]);
  const handIn = async (entry: EntryInHand['entry']): Promise<void> => {
    const { copy, corrections } = entry;
    if (copy === null) return;
    const values = valuesHandedIn(entry, form);
    const handedIn = await submitting.send({ ticket: form.ticket, copy, values, corrections });
    switch (handedIn?.outcome) {
      case 'entered':
        return go({ at: 'board' });
      case 'matched':
      case 'differed':
      case 'held':
        return go({ at: 'session', session: form.session });
      case 'expired':
        return onEnd(errorText({ kind: 'firstEntryExpired' }, zone));
      case 'voided':
        return onEnd(VOIDED);
      case undefined:
        return undefined;
    }
  };
  return { handIn, failure: submitting.failure, clear: submitting.clear };
}
