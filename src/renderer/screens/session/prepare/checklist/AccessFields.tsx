import { useState } from 'react';
import { Segmented } from '../../../../components/Segmented.tsx';
import { SelectField } from '../../../../components/SelectField.tsx';
import { TextEntry } from '../../../../components/TextEntry.tsx';
import { errorText } from '../../../../errorText.ts';
import { firstMissing } from '../../running/sessionWords.ts';
import type { AnswerFieldsProps } from './CheckSheet.tsx';
import { CLOCK_TIME_MISSING, SaidTimeFields } from './TimeFields.tsx';

const GAUGES = [14, 16, 18, 20, 22, 24, 26].map((gauge) => ({ id: `${gauge}`, label: `${gauge}\u00a0G` }));
const ATTEMPTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => ({
  id: `${count}`,
  label: count === 1 ? '1 attempt' : `${count} attempts`,
}));

type Typed = {
  readonly site: string;
  readonly side: 'left' | 'right' | null;
  readonly gauge: string | null;
  readonly said: { readonly day: 'today' | 'yesterday'; readonly time: string } | null;
  readonly saidMissing: string | undefined;
  readonly attempts: string | null;
  readonly flushed: boolean | null;
};

const NOTHING: Typed = {
  site: '',
  side: null,
  gauge: null,
  said: null,
  saidMissing: CLOCK_TIME_MISSING,
  attempts: null,
  flushed: null,
};

/** The cannula: where, which, since when, and whether it was flushed. Nothing is chosen beforehand. */
export function AccessFields({ onAnswer }: AnswerFieldsProps) {
  const [typed, setTyped] = useState(NOTHING);
  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    const { site, side, gauge, said, attempts, flushed } = next;
    const isWhole = side && gauge && said && attempts && flushed !== null && site.trim() !== '';
    const answer = isWhole
      ? ({
          kind: 'access',
          site: site.trim(),
          side,
          gauge: Number(gauge),
          said,
          attempts: Number(attempts),
          flushed,
        } as const)
      : null;
    onAnswer({ answer, missing: missingOf(next) });
  };
  return (
    <>
      <TextEntry
        label="Site"
        emptyWord="forearm"
        maxLength={40}
        value={typed.site}
        onType={(site) => change({ site })}
        autoFocus
      />
      <Segmented
        label="Side"
        choices={[
          { id: 'left', label: 'Left' },
          { id: 'right', label: 'Right' },
        ]}
        chosen={typed.side}
        onChoose={(id) => change({ side: id === 'left' ? 'left' : 'right' })}
      />
      <SelectField
        label="Gauge"
        choices={GAUGES}
        chosen={typed.gauge}
        onChoose={(gauge) => change({ gauge })}
      />
      <SaidTimeFields onSaid={(said, saidMissing) => change({ said, saidMissing })} />
      <SelectField
        label="Attempts"
        choices={ATTEMPTS}
        chosen={typed.attempts}
        onChoose={(attempts) => change({ attempts })}
      />
      <Segmented
        label="Flushed"
        choices={[
          { id: 'yes', label: 'Yes' },
          { id: 'no', label: 'No' },
        ]}
        chosen={typed.flushed === null ? null : typed.flushed ? 'yes' : 'no'}
        onChoose={(id) => change({ flushed: id === 'yes' })}
      />
    </>
  );
}

function missingOf({ site, side, gauge, saidMissing, attempts, flushed }: Typed): string | undefined {
  return firstMissing(
    [site.trim() === '', errorText({ kind: 'textMissing', field: 'site' }, '')],
    [side === null, 'Choose the side.'],
    [gauge === null, 'Choose the gauge.'],
    [saidMissing !== undefined, saidMissing ?? ''],
    [attempts === null, 'Choose how many attempts it took.'],
    [flushed === null, 'Say whether it was flushed.'],
  );
}
