import type { Response } from '../../../contract/channels.ts';
import type { EntryForm } from '../../../contract/views/session.ts';
import { type EntryField, inputsOf } from '../../../core/session/entryFields.ts';
import { DateOfBirthField } from '../../components/DateOfBirthField.tsx';
import { Icon } from '../../components/Icon.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { ENTRY_FIELD_WORDS } from '../../documents/words.ts';
import styles from './EntryFields.module.css';
import type { EntryAction, EntryTyped } from './entryTyped.ts';
import { entryRule, FIELD_HINTS, type NumberInput, ownFinishText, poundsText } from './entryWords.ts';
import { fieldNumber, timeBoxes } from './formFields.ts';
import type { FieldFocus } from './useFieldFocus.ts';

export type EntryInHand = {
  readonly form: EntryForm;
  readonly entry: EntryTyped;
  readonly act: (action: EntryAction) => void;
  readonly focus: FieldFocus;
  /** Of the first person's own values; empty for the second. */
  readonly check: Response<'entry:check'>;
};

type EntryFieldProps = { readonly hand: EntryInHand; readonly field: EntryField };

/** One of the eight numbered fields: typed now, or agreed at attempt 1 and without any value here. */
export function EntryFieldOf({ hand, field }: EntryFieldProps) {
  if (!hand.form.fields.includes(field)) return <Agreed hand={hand} field={field} />;
  switch (field) {
    case 'dateOfBirth':
      return <BirthField hand={hand} field={field} />;
    case 'drug':
      return <DrugField hand={hand} field={field} />;
    case 'preparation':
      return <Preparation hand={hand} field={field} />;
    case 'over':
      return <Over hand={hand} field={field} />;
    case 'step2':
    case 'step3':
    case 'step4':
    case 'step5':
    case 'step6':
      return <StepField hand={hand} field={field} />;
    default:
      return <EntryNumber hand={hand} field={field} input={field} />;
  }
}

function Agreed({ hand, field }: EntryFieldProps) {
  return (
    <div className={styles['agreed']}>
      <b className={styles['number']}>{fieldNumber(field, hand.form)}</b>
      <span>{ENTRY_FIELD_WORDS[field]}</span>
      <span className={styles['stays']}>
        <Icon name="check" size={16} />
        agreed, stays entered
      </span>
    </div>
  );
}

function shared(field: EntryField, form: EntryForm) {
  return { label: ENTRY_FIELD_WORDS[field], number: fieldNumber(field, form), hint: FIELD_HINTS[field] };
}

function BirthField({ hand, field }: EntryFieldProps) {
  const { form, entry, act, focus } = hand;
  return (
    <DateOfBirthField
      key={entry.round}
      {...shared(field, form)}
      ref={focus.handleOf('dateOfBirth')}
      blind={form.which === 'second'}
      value=""
      onChange={(text) => act({ kind: 'typed', input: 'dateOfBirth', text })}
      onActive={focus.onActive('dateOfBirth')}
      onNext={focus.onNext('dateOfBirth')}
    />
  );
}

function DrugField({ hand, field }: EntryFieldProps) {
  const { form, entry, act, focus } = hand;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only follows the focus of the list inside
    <div onFocus={() => focus.onActive('product')(true)}>
      <SelectField
        {...shared(field, form)}
        ref={focus.selectOf('product')}
        size={form.which === 'second' ? 'blind' : 'field'}
        emptyWord="Not entered"
        choices={form.products}
        chosen={entry.values.product === '' ? null : entry.values.product}
        onChoose={(text) => act({ kind: 'typed', input: 'product', text })}
      />
    </div>
  );
}

/** Two numbers and one field: an amount in a volume. */
function Preparation({ hand, field }: EntryFieldProps) {
  const { label, number, hint } = shared(field, hand.form);
  return (
    <div className={styles['preparation']} data-blind={hand.form.which === 'second' || undefined}>
      <div className={styles['line']}>
        <b className={styles['number']}>{number}</b>
        <span>{label}</span>
        <span className={styles['hint']}>{hint}</span>
      </div>
      <EntryNumber
        hand={hand}
        field={field}
        input="amount"
        inner={`${label}, ${hand.form.shape?.amount ?? ''}`}
      />
      <span className={styles['in']}>in</span>
      <EntryNumber hand={hand} field={field} input="volume" inner={`${label}, mL`} />
    </div>
  );
}

const PART_WORDS = { d: 'days', h: 'hours', min: 'minutes' } as const;

/** A later step: its rate, and its time in as many boxes as the protocol counts it. */
function StepField({ hand, field }: EntryFieldProps) {
  const { form } = hand;
  const [rate, ...times] = inputsOf(field, timeBoxes(form)) as readonly NumberInput[];
  const { label, number, hint } = shared(field, form);
  return (
    <div className={styles['boxes']} data-step="" data-blind={form.which === 'second' || undefined}>
      <div className={styles['line']}>
        <b className={styles['number']}>{number}</b>
        <span>{label}</span>
        <span className={styles['hint']}>{hint}</span>
      </div>
      {rate && (
        <EntryNumber hand={hand} field={field} input={rate} inner={`${label}, ${form.shape?.dose ?? ''}`} />
      )}
      {times.map((input, place) => (
        <EntryNumber
          key={input}
          hand={hand}
          field={field}
          input={input}
          inner={`${label}, ${PART_WORDS[timeBoxes(form)[place] ?? 'min']}`}
        />
      ))}
    </div>
  );
}

/** One field and up to three boxes: days, hours and minutes, as the protocol counts its time. */
function Over({ hand, field }: EntryFieldProps) {
  const inputs = inputsOf(field, timeBoxes(hand.form)) as readonly NumberInput[];
  if (inputs.length === 1) return <EntryNumber hand={hand} field={field} input="over" />;
  const { label, number, hint } = shared(field, hand.form);
  return (
    <div className={styles['boxes']} data-blind={hand.form.which === 'second' || undefined}>
      <div className={styles['line']}>
        <b className={styles['number']}>{number}</b>
        <span>{label}</span>
        <span className={styles['hint']}>{hint}</span>
      </div>
      {inputs.map((input, place) => (
        <EntryNumber
          key={input}
          hand={hand}
          field={field}
          input={input}
          inner={`${label}, ${PART_WORDS[timeBoxes(hand.form)[place] ?? 'min']}`}
        />
      ))}
    </div>
  );
}

type EntryNumberProps = EntryFieldProps & {
  readonly input: NumberInput;
  /** Its own name inside a field of two. */
  readonly inner?: string;
};

function EntryNumber({ hand, field, input, inner }: EntryNumberProps) {
  const { form, entry, act, focus } = hand;
  const blind = form.which === 'second';
  const place =
    inner === undefined
      ? shared(field, form)
      : ({ label: inner, labelPlace: 'hidden', unitPlace: 'snug' } as const);
  return (
    <NumberField
      {...place}
      ref={focus.handleOf(input)}
      blind={blind}
      echo={!blind && (input === 'dose' || input === 'over')}
      rule={entryRule(input, form)}
      value={entry.values[input]}
      entered={entry.entered[input]}
      onType={(text) => act({ kind: 'typed', input, text })}
      onCommit={() => act({ kind: 'entered', input })}
      onActive={focus.onActive(input)}
      onNext={focus.onNext(input)}
    >
      {ownMeaning(hand, input)}
    </NumberField>
  );
}

/** For the first person alone: what the value just typed means. */
function ownMeaning({ form, entry, check }: EntryInHand, input: NumberInput): string | null {
  if (form.which === 'second') return null;
  if (input === 'weight') return poundsText(check.pounds);
  if (input === 'volumeToGive') {
    return ownFinishText(entry.values.pumpRate, check.runs, entryRule('pumpRate', form));
  }
  return null;
}
