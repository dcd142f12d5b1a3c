import type { SessionView } from '../../../contract/views/session.ts';
import { CHECKERS, hasRole } from '../../../core/session/roles.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { CompareList } from '../../components/CompareList.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { formatHourMinute } from '../../components/time.ts';
import { ENTRY_FIELD_WORDS } from '../../documents/words.ts';
import { errorText } from '../../errorText.ts';
import { mismatchText } from '../../errorTexts/orderTexts.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { usePlace } from '../../hooks/usePlace.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { CancelButton } from '../entry/CancelButton.tsx';
import { ClosedBanner } from '../entry/ClosedBanner.tsx';
import styles from '../entry/Mismatch.module.css';
import { explanation } from '../entry/mismatchWords.ts';
import { FailureLine } from './running/FailureLine.tsx';

type MismatchScreenProps = { readonly session: SessionView };
type Mismatch = NonNullable<SessionView['mismatch']>;

/** T5: which fields do not agree, and nothing else. No value, no size, no direction, no name beside a field. */
export function MismatchScreen({ session }: MismatchScreenProps) {
  const { zone } = useApp().clock;
  const { mismatch } = session;
  if (!mismatch) return null;
  return (
    <Screen
      banner={<ClosedBanner session={session} birthClosed />}
      head={
        <ScreenHead
          title="The entries do not agree"
          note={peopleText(mismatch, zone)}
          end={<strong>{`Attempt ${mismatch.attempt} of 2`}</strong>}
        />
      }
      actions={<MismatchActions session={session} />}
    >
      <div className={styles['columns']}>
        <div className={styles['said']}>
          <Icon name="notEqual" size={24} />
          <div>
            <h2 className={styles['sentence']}>{mismatchText(mismatch.against, mismatch.fields)}</h2>
            {explanation(mismatch).map((line) => (
              <p key={line} className={styles['muted']}>
                {line}
              </p>
            ))}
          </div>
        </div>
        <CompareList fields={comparedFields(mismatch)} />
      </div>
    </Screen>
  );
}

/** `R. Lim 09:21 · J. Osei 09:26` */
function peopleText({ first, second }: Mismatch, zone: string): string {
  return [first, second]
    .map(({ by, happenedAt }) => `${by.name} ${formatHourMinute(happenedAt, zone)}`)
    .join(' · ');
}

function comparedFields({ fields, compared }: Mismatch) {
  return compared.map((field, place) => ({
    id: field,
    number: place + 1,
    label: ENTRY_FIELD_WORDS[field],
    agrees: !fields.includes(field),
  }));
}

function MismatchActions({ session }: MismatchScreenProps) {
  const { app, clock } = useApp();
  const { go } = usePlace();
  const attempt = useStep('entry:secondAttempt');
  const leave = (): void => go({ at: 'board' });
  useKeys({ escape: leave });
  const mayStart = app.user !== null && hasRole(app.user, CHECKERS);
  const missing = mayStart ? undefined : errorText({ kind: 'roleNeeded', roles: [...CHECKERS] }, clock.zone);
  return (
    <>
      <FailureLine failure={attempt.failure} />
      <ActionBar
        groups={[
          <Button key="leave" size="act" onPress={leave}>
            Cannot do this now
          </Button>,
          <CancelButton key="cancel" session={session} />,
        ]}
        say="Fields that agreed stay entered."
        end={
          <Button
            size="act"
            variant="primary"
            icon="arrow"
            missing={missing}
            onPress={() => void attempt.send({ session: session.id })}
          >
            {`Start attempt 2 of 2 — Chair ${session.chair}`}
          </Button>
        }
      />
    </>
  );
}
