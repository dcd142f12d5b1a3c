import { Icon } from '../../components/Icon.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import styles from './FailedRules.module.css';
import { type GivenReason, OTHER_REASON, REASON_CHOICES, type Reasons } from './overrideReasons.ts';
import type { FailedRule } from './planRules.ts';

type FailedRulesProps = {
  readonly rules: readonly FailedRule[];
  readonly reasons: Reasons;
  readonly onReason: (key: string, reason: GivenReason) => void;
};

/** Every broken rule at once, worst first. A soft limit asks why; a hard one has nothing to press. */
export function FailedRules({ rules, reasons, onReason }: FailedRulesProps) {
  return (
    <ul className={styles['rules']} aria-label="Rules that are broken" aria-live="polite">
      {rules.map((rule) => (
        <li key={`${rule.key} ${rule.text}`} className={styles[rule.strength]}>
          <Icon name={rule.strength === 'hard' ? 'octagon' : 'warning'} />
          <p className={styles['text']}>{rule.text}</p>
          {rule.strength === 'soft' && (
            <ReasonFields
              rule={rule}
              reason={reasons[rule.key]}
              onReason={(reason) => onReason(rule.key, reason)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

type ReasonFieldsProps = {
  readonly rule: FailedRule;
  readonly reason: GivenReason | undefined;
  readonly onReason: (reason: GivenReason) => void;
};

function ReasonFields({ rule, reason, onReason }: ReasonFieldsProps) {
  return (
    <div className={styles['reason']}>
      <SelectField
        label={`Reason: ${rule.name}`}
        emptyWord="Choose the reason"
        choices={REASON_CHOICES}
        chosen={reason?.choice ?? null}
        onChoose={(choice) => onReason({ choice, text: reason?.text ?? '' })}
      />
      {reason?.choice === OTHER_REASON && (
        <TextEntry
          label="In your own words"
          value={reason.text}
          onType={(text) => onReason({ choice: OTHER_REASON, text })}
        />
      )}
    </div>
  );
}
