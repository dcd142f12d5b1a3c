import { useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { call } from './call.ts';

/** Writes a published library where the person wants it; says where it went, or why it did not. */
export function useExportLibrary() {
  const [path, setPath] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (hash: string): Promise<void> => {
    const written = await call('library:export', { hash });
    setPath(written.ok ? written.value.path : null);
    setFailure(written.ok ? null : written.failure);
  };
  return { path, failure, run };
}
