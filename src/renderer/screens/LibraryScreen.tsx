import { useState } from 'react';
import { hasRole, LIBRARY_OWNERS } from '../../core/session/roles.ts';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { Tag } from '../components/Tag.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { useLibraryFile } from '../hooks/useLibraryFile.ts';
import { LibraryActions } from './library/LibraryActions.tsx';
import { publishedWords } from './library/libraryWords.ts';
import { NoLibrary } from './library/NoLibrary.tsx';
import { PublishedLibrary } from './library/PublishedLibrary.tsx';
import { ReviewedLibrary } from './library/ReviewedLibrary.tsx';
import { FailureLine } from './session/running/FailureLine.tsx';

/** P14: the drug library. Everybody reads what they work by; pharmacist and director publish. Source: UX 3.15. */
export function LibraryScreen() {
  const { app, clock } = useApp();
  const { data: library, failure } = useRead('library:load', {});
  const file = useLibraryFile();
  const [inForce, setInForce] = useState<string | null>(null);
  const mayPublish = app.user !== null && hasRole(app.user, LIBRARY_OWNERS);
  if (file.reviewed) {
    const { version } = file.reviewed.review;
    const published = (): void => {
      file.drop();
      setInForce(version);
    };
    return <ReviewedLibrary reviewed={file.reviewed} onLeave={file.drop} onPublished={published} />;
  }
  const published = library?.published;
  const newest = library?.history[0];
  return (
    <Screen
      head={
        <ScreenHead
          title="Drug library"
          note={published && newest && `in force ${published.version}, ${publishedWords(newest, clock.zone)}`}
          clock={formatTime(clock.now, clock.zone)}
        >
          {published && <Tag icon="warning">{published.notice}</Tag>}
        </ScreenHead>
      }
      actions={
        mayPublish &&
        library && <LibraryActions file={file} hash={published?.hash ?? null} inForce={inForce} />
      }
    >
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      <FailureLine failure={file.failure} />
      {library && published && <PublishedLibrary library={published} history={library.history} />}
      {library && !published && <NoLibrary mayPublish={mayPublish} />}
    </Screen>
  );
}
