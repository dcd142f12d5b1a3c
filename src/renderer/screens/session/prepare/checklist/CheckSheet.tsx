import { useState } from 'react';
import type { CheckView, TypedCheckAnswer } from '../../../../../contract/views/checklist.ts';
import type { SessionView } from '../../../../../contract/views/session.ts';
import { Segmented } from '../../../../components/Segmented.tsx';
import { TextEntry } from '../../../../components/TextEntry.tsx';
import { errorText } from '../../../../errorText.ts';
import { useStep } from '../../../../hooks/useStep.ts';
import body from '../../recovery/SheetBody.module.css';
import { CareSheet } from '../../running/CareSheet.tsx';
import { SaveButton } from '../../sheets/SaveButton.tsx';
import { AccessFields } from './AccessFields.tsx';
import { EscortFields } from './EscortFields.tsx';
import { TimeFields } from './TimeFields.tsx';
import { WithheldFields } from './WithheldFields.tsx';

type CheckSheetProps = {
  readonly session: SessionView;
  readonly check: CheckView;
  /** Opened by "No": only the reason is asked. */
  readonly isNo: boolean;
  readonly onClose: () => void;
};

/** What the fields of an answer hand on: the answer once it is complete, else what is missing. */
export type Answering = { readonly answer: TypedCheckAnswer | null; readonly missing: string | undefined };
/** The fields of one kind of answer. */
export type AnswerFieldsProps = { readonly onAnswer: (answering: Answering) => void };

const NOTHING: Answering = { answer: null, missing: 'Nothing is entered yet.' };

/** One item of the checklist is answered, or a "no" is explained. */
export function CheckSheet({ session, check, isNo, onClose }: CheckSheetProps) {
  const { item } = check;
  const step = useStep('checklist:answer');
  const [way, setWay] = useState<'answer' | 'no'>(isNo ? 'no' : 'answer');
  const [answering, setAnswering] = useState<Answering>(NOTHING);
  const { answer, missing } = answering;
  const save = async (): Promise<void> => {
    if (answer && (await step.send({ session: session.id, item: item.id, answer }))) onClose();
  };
  const take = (next: Answering): void => {
    setAnswering(next);
    step.clear();
  };
  return (
    <CareSheet
      session={session}
      title={item.text}
      onClose={onClose}
      typed={answer !== null}
      failure={step.failure}
      save={<SaveButton session={session} missing={missing} onPress={() => void save()} />}
    >
      <div className={body['three']}>
        {hasNo(item.asks) && (
          <div className={body['whole']}>
            <Segmented
              label="Answer"
              choices={[
                { id: 'answer', label: WAY_WORDS[item.asks]?.[0] ?? 'Yes' },
                { id: 'no', label: WAY_WORDS[item.asks]?.[1] ?? 'No' },
              ]}
              chosen={way}
              onChoose={(chosen) => {
                setWay(chosen === 'no' ? 'no' : 'answer');
                take(NOTHING);
              }}
            />
          </div>
        )}
        {way === 'no' ? (
          <ReasonField onAnswer={take} />
        ) : (
          <FieldsOf asks={item.asks} toWithhold={session.checklist.toWithhold} onAnswer={take} />
        )}
      </div>
    </CareSheet>
  );
}

type Asks = CheckView['item']['asks'];

/** What the two ways of an answer are called, where they are not plainly yes and no. */
const WAY_WORDS: Partial<Record<Asks, readonly [answer: string, no: string]>> = {
  food: ['Time known', 'Not known'],
  clearFluid: ['Time known', 'Not known'],
  withheld: ['Withheld', 'Not withheld'],
  escort: ['There is an escort', 'No escort'],
  access: ['IV in place', 'No IV'],
};

/** A time that is not known is a "no" too, with its reason. */
function hasNo(asks: Asks): boolean {
  return asks !== 'arrival' && asks !== 'pregnancy';
}

type FieldsOfProps = AnswerFieldsProps & {
  readonly asks: Asks;
  readonly toWithhold: SessionView['checklist']['toWithhold'];
};

function FieldsOf({ asks, toWithhold, onAnswer }: FieldsOfProps) {
  switch (asks) {
    case 'arrival':
    case 'food':
    case 'clearFluid':
      return <TimeFields onAnswer={onAnswer} />;
    case 'escort':
      return <EscortFields onAnswer={onAnswer} />;
    case 'access':
      return <AccessFields onAnswer={onAnswer} />;
    case 'withheld':
      return <WithheldFields toWithhold={toWithhold} onAnswer={onAnswer} />;
    case 'pregnancy':
      return <PregnancyField onAnswer={onAnswer} />;
    case 'yesNo':
    case 'consent':
      return <YesField onAnswer={onAnswer} />;
  }
}

/** An answer that was given before is changed to "yes": said once more, not by opening the sheet. */
function YesField({ onAnswer }: AnswerFieldsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Segmented
      label="Say it again"
      choices={[{ id: 'yes', label: 'Yes, asked and answered so' }]}
      chosen={chosen}
      onChoose={(id) => {
        setChosen(id);
        onAnswer({ answer: { kind: 'yes' }, missing: undefined });
      }}
    />
  );
}

function PregnancyField({ onAnswer }: AnswerFieldsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Segmented
      label="Pregnancy"
      choices={[
        { id: 'no', label: 'No' },
        { id: 'yes', label: 'Yes' },
        { id: 'notApplicable', label: 'Not applicable' },
      ]}
      chosen={chosen}
      onChoose={(id) => {
        setChosen(id);
        const pregnant = id as 'no' | 'yes' | 'notApplicable';
        onAnswer({ answer: { kind: 'pregnancy', pregnant }, missing: undefined });
      }}
    />
  );
}

function ReasonField({ onAnswer }: AnswerFieldsProps) {
  const [reason, setReason] = useState('');
  return (
    <div className={body['whole']}>
      <TextEntry
        label="Reason"
        value={reason}
        onType={(typed) => {
          setReason(typed);
          const isMissing = typed.trim() === '';
          const missing = isMissing ? errorText({ kind: 'textMissing', field: 'reason' }, '') : undefined;
          onAnswer({ answer: isMissing ? null : { kind: 'no', reason: typed.trim() }, missing });
        }}
        autoFocus
      />
    </div>
  );
}
