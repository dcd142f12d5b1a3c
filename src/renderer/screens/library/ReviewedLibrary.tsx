import { useState } from 'react';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { ChangeList } from '../../components/ChangeList.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { Tag } from '../../components/Tag.tsx';
import { formatTime } from '../../components/time.ts';
import { WorkedTable } from '../../components/WorkedTable.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import type { ReviewedFile } from '../../hooks/useLibraryFile.ts';
import styles from './Library.module.css';
import { changeCount, hashGroups, listedChanges, partName, workedRows } from './libraryWords.ts';
import { PublishSheet } from './PublishSheet.tsx';

type ReviewedLibraryProps = {
  readonly reviewed: ReviewedFile;
  readonly onLeave: () => void;
  readonly onPublished: () => void;
};

/** A library file before it is published: every value it would change, old and new, for the two who are to sign. */
export function ReviewedLibrary({ reviewed, onLeave, onPublished }: ReviewedLibraryProps) {
  const { clock } = useApp();
  const [signing, setSigning] = useState(false);
  const { review } = reviewed;
  return (
    <Screen
      head={
        <ScreenHead
          title="Library file"
          note={`${review.version}, not in force`}
          clock={formatTime(clock.now, clock.zone)}
        >
          <Tag icon="warning">{review.notice}</Tag>
        </ScreenHead>
      }
      actions={
        <ActionBar
          groups={[
            <Button key="leave" size="act" onPress={onLeave}>
              Do not publish
            </Button>,
          ]}
          say="Two people publish: a pharmacist and a medical director. Running sessions keep their version."
          end={
            <Button size="act" variant="primary" icon="lock" onPress={() => setSigning(true)}>
              Sign and publish
            </Button>
          }
        />
      }
    >
      <div className={styles['review']}>
        <Difference review={review} />
        <Beside review={review} />
      </div>
      {signing && (
        <PublishSheet reviewed={reviewed} onClose={() => setSigning(false)} onPublished={onPublished} />
      )}
    </Screen>
  );
}

type ReviewProps = { readonly review: ReviewedFile['review'] };

function Difference({ review: { difference, against } }: ReviewProps) {
  const title = against === null ? 'All that is in it' : `Change from ${against}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className={styles['part']} aria-label={title} tabIndex={0}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['muted']}>{changeCount(difference)}</p>
      {difference.map((part) => (
        <section key={part.key} aria-label={partName(part)}>
          <h3 className={styles['label']}>{partName(part)}</h3>
          <ChangeList label={partName(part)} changes={listedChanges(part)} />
        </section>
      ))}
    </section>
  );
}

function Beside({ review: { hash, warnings, worked } }: ReviewProps) {
  return (
    <div className={styles['worked']}>
      <h2 className={styles['label']}>Hash of the content</h2>
      <p className={styles['hash']}>{hashGroups(hash)}</p>
      <p className={styles['muted']}>Compare it with the one the sender reads to you.</p>
      {warnings.map((warning) => (
        <FailureNote key={warning}>{warning}</FailureNote>
      ))}
      {worked.map((protocol) => (
        <section key={protocol.id} aria-label={`Changed limits of ${protocol.title} on three people`}>
          <h2 className={styles['label']}>{`${protocol.title}: changed limits on three people`}</h2>
          <WorkedTable label={`Changed limits of ${protocol.title}`} rows={workedRows(protocol)} />
        </section>
      ))}
    </div>
  );
}
