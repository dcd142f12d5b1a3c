import type { SessionView } from '../../contract/views/session.ts';
import { ActionBar } from '../components/ActionBar.tsx';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { useKeys } from '../hooks/useKeys.ts';
import { usePlace } from '../hooks/usePlace.tsx';
import styles from './LabelScreen.module.css';
import { LabelActions } from './label/LabelActions.tsx';
import { LabelPreview } from './label/LabelPreview.tsx';
import { useLabel } from './label/useLabel.ts';
import { CountedLabel } from './session/counted/CountedLabel.tsx';
import { LabelDrawing } from './session/prepare/LabelDrawing.tsx';
import { SessionBanner } from './session/running/SessionBanner.tsx';

/** The label of a preparation that hangs already, printed again because it was torn or got wet. Source: UX 4, D2. */
export function LabelScreen({ session: id, label }: { readonly session: string; readonly label: string }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const { data: session } = useRead('session:load', { session: id });
  const { chosen, failure } = useLabel(id, label);
  const leave = (): void => go({ at: 'session', session: id });
  useKeys({ escape: leave });
  return (
    <Screen
      banner={session && <SessionBanner session={session} />}
      head={<ScreenHead title={`Label ${label}`} />}
      actions={
        <ActionBar
          groups={[]}
          end={
            <Button size="act" variant="primary" onPress={leave}>
              Back to the session
            </Button>
          }
        />
      }
    >
      {failure && <FailureNote>{errorText(failure, clock.zone)}</FailureNote>}
      {session && chosen && <Label session={session} chosen={chosen} />}
    </Screen>
  );
}

type LabelProps = {
  readonly session: SessionView;
  readonly chosen: NonNullable<ReturnType<typeof useLabel>['chosen']>;
};

function Label({ session, chosen }: LabelProps) {
  const { data, choice } = chosen;
  const { preparation, counted } = session;
  return (
    <div className={styles['columns']}>
      <div className={styles['label']}>
        {choice.byHand && preparation ? (
          counted ? (
            <CountedLabel session={session} counted={counted} preparation={preparation} />
          ) : (
            <LabelDrawing session={session} preparation={preparation} />
          )
        ) : (
          <LabelPreview data={data} size={choice.size} reason={choice.reason} />
        )}
      </div>
      <div className={styles['side']}>
        <p className={styles['sentence']}>A label that is printed again says which one it is, and why.</p>
        <p className={styles['muted']}>Take the old one off the container and destroy it.</p>
        <LabelActions session={session.id} label={chosen} />
      </div>
    </div>
  );
}
