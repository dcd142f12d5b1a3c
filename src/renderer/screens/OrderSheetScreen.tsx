import { ActionBar } from '../components/ActionBar.tsx';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { PatientBanner } from '../components/PatientBanner.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { PagePreview } from '../documents/PagePreview.tsx';
import type { OrderDocument } from '../documents/pageFrame.ts';
import { UnprintableNote } from '../documents/UnprintableNote.tsx';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { useKeys } from '../hooks/useKeys.ts';
import { usePlace } from '../hooks/usePlace.tsx';
import styles from './plan/OrderSheetScreen.module.css';
import { PrintActions } from './print/PrintActions.tsx';

const PREVIEW_SCALE = 0.9;

/** What each paper leaves out besides the weight. */
const CLOSED = {
  orderSheet: 'no rate and no volume to give',
  countedSheet: 'no total and no volume',
} as const;

/** D7 on screen and to paper: the order in two copies, one for each of the two people who enter it. */
export function OrderSheetScreen({ session }: { readonly session: string }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const { data, failure } = useRead('document:load', { kind: 'orderSheet', session });
  const sheet = data && data.kind !== 'sessionSummary' ? data : null;
  const leave = (): void => go({ at: 'board' });
  useKeys({ escape: leave });
  return (
    <Screen
      banner={
        sheet && (
          <PatientBanner patient={sheet.patient} now={clock.now} zone={clock.zone} chair={sheet.chair} />
        )
      }
      head={<ScreenHead title="Order sheet" note={sheet && `Order ${sheet.orderNumber}`} />}
      actions={
        <ActionBar
          groups={[
            <Button key="session" size="act" onPress={() => go({ at: 'session', session })}>
              Back to the session
            </Button>,
          ]}
          end={
            <Button size="act" variant="primary" onPress={leave}>
              To the board
            </Button>
          }
        />
      }
    >
      {failure && <FailureNote>{errorText(failure, clock.zone)}</FailureNote>}
      {sheet && <Sheet sheet={sheet} session={session} />}
    </Screen>
  );
}

function Sheet({ sheet, session }: { readonly sheet: OrderDocument; readonly session: string }) {
  return (
    <div className={styles['columns']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
      <section className={styles['desk']} aria-label="Preview" tabIndex={0}>
        <PagePreview document={sheet} paper="A4" scale={PREVIEW_SCALE} />
      </section>
      <div className={styles['side']}>
        <p className={styles['sentence']}>
          The plan is closed from here on. Each of two people takes one copy and enters from it.
        </p>
        <p className={styles['muted']}>
          {`Print it and cut it apart, so that neither person sees the other’s calculation. It names no weight, ${CLOSED[sheet.kind]}.`}
        </p>
        <UnprintableNote data={sheet} />
        <PrintActions kind="orderSheet" session={session} />
      </div>
    </div>
  );
}
