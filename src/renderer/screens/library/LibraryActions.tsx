import { useRef, useState } from 'react';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { useExportLibrary } from '../../hooks/useExportLibrary.ts';
import type { LibraryFileInHand } from '../../hooks/useLibraryFile.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import styles from './Library.module.css';

type LibraryActionsProps = {
  readonly file: LibraryFileInHand;
  /** Of the published library; null when there is none to export. */
  readonly hash: string | null;
  /** The version that was published a moment ago. */
  readonly inForce: string | null;
};

/** What the two owners of the library can do: take it out with its hash, and bring another in. */
export function LibraryActions({ file, hash, inForce }: LibraryActionsProps) {
  const exporting = useExportLibrary();
  const said = exporting.path
    ? `Exported to ${exporting.path}`
    : inForce && `Library ${inForce} is in force.`;
  return (
    <>
      <FailureLine failure={exporting.failure} />
      <ActionBar
        say={
          <span role="status" className={styles['said']}>
            {said}
          </span>
        }
        groups={
          hash === null
            ? []
            : [
                <Button key="export" size="act" onPress={() => void exporting.run(hash)}>
                  Export this library
                </Button>,
              ]
        }
        end={<ChooseFile file={file} />}
      />
    </>
  );
}

/** The button opens the system's own choice of a file; the same file can be chosen again after it was mended. */
function ChooseFile({ file }: { readonly file: LibraryFileInHand }) {
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(0);
  return (
    <>
      <input
        key={asked}
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Library file"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          setAsked(asked + 1);
          if (chosen) void file.bring(chosen);
        }}
      />
      <Button
        size="act"
        variant="primary"
        missing={file.busy ? 'The file is being read.' : undefined}
        onPress={() => input.current?.click()}
      >
        Choose a library file
      </Button>
    </>
  );
}
