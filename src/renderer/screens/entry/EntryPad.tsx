import type { EntryForm } from '../../../contract/views/session.ts';
import { writtenUnit } from '../../../core/quantity/format.ts';
import { parseEntry } from '../../../core/quantity/parseEntry.ts';
import { type QuantityText, quantityText } from '../../../core/quantity/quantity.ts';
import { type EntryInput, INPUTS_OF_FIELD } from '../../../core/session/entryFields.ts';
import { parseDuration } from '../../../core/session/typedDuration.ts';
import { LimitBar } from '../../components/LimitBar.tsx';
import { NumPad } from '../../components/NumPad.tsx';
import { ENTRY_FIELD_WORDS } from '../../documents/words.ts';
import type { EntryInHand } from './EntryFieldOf.tsx';
import styles from './EntryFields.module.css';
import type { EntryTyped } from './entryTyped.ts';
import { entryRule } from './entryWords.ts';
import { fieldNumber, formFields, timeBoxes } from './formFields.ts';

type EntryPadProps = { readonly hand: EntryInHand };

/** Keys for gloves, naming the field they type into; for the first person its limits, for the second none. */
export function EntryPad({ hand }: EntryPadProps) {
  const { form, act, focus } = hand;
  return (
    <div className={styles['pad']}>
      <NumPad
        label={padLabel(focus.active, form)}
        onKey={(key) => focus.press((handle) => handle.type(key))}
        onErase={() => {
          act({ kind: 'corrected' });
          focus.press((handle) => handle.erase());
        }}
        onNext={() => focus.press((handle) => void handle.next())}
      />
      {form.limits ? (
        <OwnLimits hand={hand} limits={form.limits} />
      ) : form.which === 'first' ? null : (
        <p className={styles['closed']}>
          The order sheet is on paper. The app will not show it here. Limits, history, search and other
          windows are closed.
        </p>
      )}
    </div>
  );
}

type OwnLimitsProps = EntryPadProps & { readonly limits: NonNullable<EntryForm['limits']> };

/** Room is kept for a bar whether or not the field in hand has limits: nothing moves while one types. */
function OwnLimits({ hand: { form, entry, focus }, limits }: OwnLimitsProps) {
  const { active } = focus;
  const band = bandOf(active, limits);
  if (band === undefined) return <div className={styles['limits']} />;
  return (
    <div className={styles['limits']}>
      <LimitBar limits={band} value={ownValue(active, form, entry)} />
    </div>
  );
}

function bandOf(active: EntryInput, limits: NonNullable<EntryForm['limits']>) {
  if (isTime(active)) return limits.duration;
  return active === 'weight' || active === 'dose' ? limits[active] : undefined;
}

/** What stands in the field, a time from all its boxes. */
function ownValue(active: EntryInput, form: EntryForm, { values }: EntryTyped): QuantityText | null {
  const { over: min, overHours: h, overDays: d } = values;
  const typed = isTime(active)
    ? parseDuration({ min, h, d }, timeBoxes(form))
    : parseEntry(values[active], entryRule(active === 'weight' ? 'weight' : 'dose', form));
  return typed.ok ? quantityText(typed.value) : null;
}

function isTime(input: EntryInput): boolean {
  return INPUTS_OF_FIELD.over.includes(input);
}

function padLabel(active: EntryInput, form: EntryForm): string {
  const field = formFields(form).find((candidate) => INPUTS_OF_FIELD[candidate].includes(active));
  if (!field) return '';
  const name = `${fieldNumber(field, form)}  ${ENTRY_FIELD_WORDS[field]}`;
  if (active === 'dateOfBirth') return name;
  if (active === 'product') return `${name}, from the list`;
  return `${name}, ${writtenUnit(entryRule(active, form).unit)}`;
}
