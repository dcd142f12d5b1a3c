import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { CheckRow } from '../../../components/CheckRow.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import styles from '../FormRows.module.css';
import type { Assessment } from './assessmentWords.ts';
import { Section, type SectionOf } from './Section.tsx';

type IndicationsProps = SectionOf<Assessment> & { readonly known: readonly string[] };

/** Why the patient is treated: several, and one of them first. */
export function Indications({ value, onChange, known }: IndicationsProps) {
  const [other, setOther] = useState('');
  const { indications, primaryIndication } = value;
  const offered = [...new Set([...known, ...indications])];
  const set = (chosen: readonly string[]): void => {
    const stays = primaryIndication !== null && chosen.includes(primaryIndication);
    const only = chosen.length === 1 ? (chosen[0] ?? null) : null;
    onChange({ indications: chosen, primaryIndication: stays ? primaryIndication : only });
  };
  const add = (): void => {
    const text = other.trim();
    if (text !== '' && !indications.includes(text)) set([...indications, text]);
    setOther('');
  };
  return (
    <Section title="Indications">
      <div>
        {offered.map((indication) => (
          <CheckRow
            key={indication}
            label={indication}
            state={indications.includes(indication) ? 'met' : 'unmet'}
            onChange={(met) =>
              set(met ? [...indications, indication] : indications.filter((each) => each !== indication))
            }
          />
        ))}
      </div>
      <div className={styles['actions']}>
        <TextEntry
          label="Another indication"
          value={other}
          maxLength={100}
          optional
          onType={setOther}
          onEnter={add}
        />
        <Button onPress={add}>Add indication</Button>
      </div>
      {indications.length > 1 && (
        <Segmented
          label="Primary indication"
          choices={indications.map((indication) => ({ id: indication, label: indication }))}
          chosen={primaryIndication}
          onChoose={(primary) => onChange({ primaryIndication: primary })}
        />
      )}
    </Section>
  );
}
