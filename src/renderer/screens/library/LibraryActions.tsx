import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { ChooseFile } from '../../components/ChooseFile.tsx';
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
        end={
          <ChooseFile
            size="act"
            variant="primary"
            label="Library file"
            accept=".json,application/json"
            missing={file.busy ? 'The file is being read.' : undefined}
            onChoose={(chosen) => void file.bring(chosen)}
          >
            Choose a library file
          </ChooseFile>
        }
      />
    </>
  );
}
