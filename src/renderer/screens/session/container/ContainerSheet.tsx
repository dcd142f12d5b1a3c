import { useEffect, useRef, useState } from 'react';
import type { InfusionView } from '../../../../contract/views/session.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { standsStill } from '../givenFigures.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { isAboutSecret, SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import type { KeyTime } from '../running/useKeyTime.ts';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import { ContainerCheckView } from './ContainerCheckView.tsx';
import { ContainerFields } from './ContainerFields.tsx';
import { capital, containerForecast, containerOf } from './containerWords.ts';
import { NextNotReady } from './NextNotReady.tsx';
import { type ContainerChange, useContainerChange } from './useContainerChange.ts';

type ContainerSheetProps = SheetProps & {
  readonly keyTime: KeyTime;
  readonly onAlone: ((isAlone: boolean) => void) | undefined;
};
type OpenProps = ContainerSheetProps & { readonly infusion: InfusionView };

/** T14: another container, by a nurse and a checker. It needs one that is prepared. Source: UX 2.3 T14, 3.11. */
export function ContainerSheet(props: ContainerSheetProps) {
  const { infusion } = props.session;
  if (!infusion) return null;
  return infusion.container.nextLabel === null ? (
    <NextNotReady {...props} container={infusion.container} />
  ) : (
    <OpenContainerSheet {...props} infusion={infusion} />
  );
}

function OpenContainerSheet(props: OpenProps) {
  const { clock } = useApp();
  const isStill = standsStill(props.infusion, sessionNow(props.session, clock));
  const change = useContainerChange(props.session, props.infusion, { keyTime: props.keyTime, isStill });
  const [isReading, setReading] = useState(false);
  const { onAlone } = props;
  useEffect(() => {
    onAlone?.(isReading);
    return () => onAlone?.(false);
  }, [onAlone, isReading]);
  if (isReading) {
    return (
      <ContainerCheckView
        session={props.session}
        noun={props.infusion.container.noun}
        failure={change.step.failure}
        onTyped={change.step.clear}
        onClose={() => setReading(false)}
        onSave={async (checker, readBack) => {
          if (await change.save(checker, readBack)) props.onClose();
        }}
      />
    );
  }
  return <ChangeSheet {...props} isStill={isStill} change={change} onRead={() => setReading(true)} />;
}

type ChangeSheetProps = OpenProps & {
  readonly change: ContainerChange;
  readonly isStill: boolean;
  readonly onRead: () => void;
};

function ChangeSheet(props: ChangeSheetProps) {
  const { session, infusion, change, isStill, onClose, onRead } = props;
  const { app, clock } = useApp();
  const { container } = infusion;
  const checker = useSecondPerson();
  const saveButton = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useFocusOnOpen(body);
  const goOn = (): void => focusAfterKey(saveButton);
  const forecast = containerForecast(container, {
    now: sessionNow(session, clock),
    zone: clock.zone,
    shown: (moment) => onWallClock(moment, session, clock),
  });
  const nurse = roleMissing(app, ['nurse']) ?? change.missing;
  const save = async (): Promise<void> => {
    if (await change.save(checker.proof, null)) onClose();
  };
  return (
    <CareSheet
      session={session}
      title={`Change the ${container.noun}`}
      onClose={onClose}
      typed={change.typed}
      head={[capital(containerOf(container)), container.label, forecast?.text].filter(Boolean).join(' · ')}
      failure={isAboutSecret(change.step.failure) ? null : change.step.failure}
      say="The record does not control the pump."
      save={
        isStill ? (
          <SaveButton
            ref={saveButton}
            onSave={save}
            missing={
              nurse ?? firstMissing([checker.proof === null, 'The checker is not named and proved yet.'])
            }
          >
            {`Change the ${container.noun} of ${chairAndPatient(session)}`}
          </SaveButton>
        ) : (
          <SaveButton ref={saveButton} icon="blind" missing={nurse} onSave={onRead}>
            The checker reads the pump
          </SaveButton>
        )
      }
    >
      <div className={styles['body']} ref={body}>
        <ContainerFields change={change} infusion={infusion} isStill={isStill} onDone={goOn} />
        {isStill && (
          <SecondPerson
            label="Checked by"
            state={checker}
            roles={CHECKERS}
            except={[app.user?.id]}
            failure={change.step.failure}
            onEnter={goOn}
          />
        )}
      </div>
    </CareSheet>
  );
}
