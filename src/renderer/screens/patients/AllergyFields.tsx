import { Button } from '../../components/Button.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import styles from './FormRows.module.css';
import {
  ALLERGY_KIND_CHOICES,
  ALLERGY_STATUS_CHOICES,
  allergyYearRefusal,
  newAllergy,
  type TypedAllergies,
  type TypedAllergy,
} from './typedAllergies.ts';

type AllergyFieldsProps = {
  readonly typed: TypedAllergies;
  readonly onChange: (typed: TypedAllergies) => void;
  readonly refusal?: string | undefined;
};

/** One of the three states that can be entered; known ones by name, with reaction and year. Source: UX T1 and 3.0. */
export function AllergyFields({ typed, onChange, refusal }: AllergyFieldsProps) {
  const { status, items } = typed;
  const choose = (id: string): void => {
    const chosen = ALLERGY_STATUS_CHOICES.find((choice) => choice.id === id)?.id ?? null;
    const first = chosen === 'known' && items.length === 0 ? [newAllergy([])] : items;
    onChange({ status: chosen, items: first });
  };
  const change = (key: number, part: Partial<TypedAllergy>): void =>
    onChange({ status, items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) });
  return (
    <div className={styles['group']}>
      <Segmented
        label="Allergies"
        choices={ALLERGY_STATUS_CHOICES}
        chosen={status}
        onChoose={choose}
        refusal={refusal}
      />
      {status === 'known' && (
        <>
          {items.map((item, place) => (
            <AllergyRow
              key={item.key}
              item={item}
              number={place + 1}
              onChange={(part) => change(item.key, part)}
              onRemove={() => onChange({ status, items: items.filter(({ key }) => key !== item.key) })}
            />
          ))}
          <div>
            <Button icon="plus" onPress={() => onChange({ status, items: [...items, newAllergy(items)] })}>
              Add an allergy
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

type AllergyRowProps = {
  readonly item: TypedAllergy;
  readonly number: number;
  readonly onChange: (part: Partial<TypedAllergy>) => void;
  readonly onRemove: () => void;
};

function AllergyRow({ item, number, onChange, onRemove }: AllergyRowProps) {
  const { kind, substance, reaction, year } = item;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row
    <div role="group" aria-label={`Allergy ${number}`} className={styles['row']}>
      <SelectField
        label="Kind"
        choices={ALLERGY_KIND_CHOICES}
        chosen={kind}
        onChoose={(id) => onChange({ kind: ALLERGY_KIND_CHOICES.find((each) => each.id === id)?.id ?? kind })}
      />
      <TextEntry
        label="Substance"
        value={substance}
        maxLength={100}
        onType={(text) => onChange({ substance: text })}
      />
      <TextEntry
        label="Reaction"
        value={reaction}
        maxLength={100}
        optional
        onType={(text) => onChange({ reaction: text })}
      />
      <TextEntry
        label="Year"
        value={year}
        maxLength={4}
        optional
        refusal={allergyYearRefusal(item)}
        onType={(text) => onChange({ year: text })}
      />
      <Button variant="ghost" icon="cross" label={`Remove allergy ${number}`} onPress={onRemove}>
        Remove
      </Button>
    </div>
  );
}
