import type { Failure } from '../../contract/failures.ts';
import type { LibraryReview, PartChangeView, WorkedProtocol } from '../../contract/views/library.ts';
import { libraryDifference } from '../../core/library/libraryDifference.ts';
import { lintErrors, lintLibrary } from '../../core/library/lint.ts';
import { lintText } from '../../core/library/lintText.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { headOf, workedOf } from '../views/libraryView.ts';
import { type LibraryFile, readLibraryFile } from './libraryFile.ts';
import type { OpenRecord } from './openRecord.ts';

/**
 * Reads a library file and finds out whether it may be published here. Refuses a file that is damaged or changed, a
 * content without sense, the library that is in force, and another content under a version that was published.
 */
export function publishableLibrary(record: OpenRecord, text: string): Result<LibraryFile, Failure> {
  const read = readLibraryFile(text);
  if (!read.ok) return read;
  const { library, hash } = read.value;
  const faults = lintErrors(lintLibrary(library)).map(lintText);
  if (faults.length > 0) return err({ kind: 'libraryFaulty', faults });
  const { version } = library;
  if (record.library.current()?.hash === hash) return err({ kind: 'libraryUnchanged', version });
  const others = record.library.all().filter((published) => published.hash !== hash);
  if (others.some((published) => published.library.version === version))
    return err({ kind: 'libraryVersionTaken', version });
  return read;
}

/** What a library file would change, in words, for the two people who are to sign it. */
export function reviewLibrary(record: OpenRecord, text: string): Result<LibraryReview, Failure> {
  const read = publishableLibrary(record, text);
  if (!read.ok) return read;
  const { library } = read.value;
  const current = record.library.current()?.library ?? null;
  const difference: PartChangeView[] = libraryDifference(current, library).map((part) => ({
    ...part,
    changes: [...part.changes],
  }));
  return ok({
    ...headOf(read.value),
    against: current?.version ?? null,
    difference,
    worked: changedLimits(workedOf(library), difference),
    warnings: lintLibrary(library).map(lintText),
  });
}

/** Changed fields that change what every limit of a protocol comes to. */
const CHANGES_ALL = /^(?:concentration\.usual|duration\.usual|total\.)/;

/** The worked limits that are new or come to something else than before. */
function changedLimits(
  worked: readonly WorkedProtocol[],
  difference: readonly PartChangeView[],
): WorkedProtocol[] {
  return worked.flatMap((protocol) => {
    const part = difference.find(({ kind, id }) => kind === 'protocol' && id === protocol.id);
    if (!part) return [];
    const keys = part.changes.map(({ key }) => key);
    const all = part.state === 'added' || keys.some((key) => CHANGES_ALL.test(key));
    const limits = protocol.limits.filter(
      ({ band, end }) => all || keys.includes(`${band === 'bolus' ? 'bolus.dose' : band}.${end}`),
    );
    return limits.length === 0 ? [] : [{ ...protocol, limits }];
  });
}
