import { useState } from 'react';
import { ChooseFile } from '../../src/renderer/components/ChooseFile.tsx';
import type { Story } from './story.ts';

function Demo({ busy = false }: { readonly busy?: boolean }) {
  const [name, setName] = useState('No file yet');
  return (
    <>
      <ChooseFile
        label="Library file"
        accept=".json"
        missing={busy ? 'The file is being read.' : undefined}
        onChoose={(chosen) => setName(chosen.name)}
      >
        Choose a library file
      </ChooseFile>
      <p role="status">{name}</p>
    </>
  );
}

export const stories: readonly Story[] = [
  { name: 'open', render: () => <Demo /> },
  { name: 'busy', render: () => <Demo busy /> },
];
