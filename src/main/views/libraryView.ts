import type { LibraryPartView, LibraryView, WorkedProtocol } from '../../contract/views/library.ts';
import type { DrugLibrary } from '../../core/library/library.ts';
import { libraryParts } from '../../core/library/libraryParts.ts';
import { workedLimits } from '../../core/library/workedLimits.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { personOf } from './peopleViews.ts';

/** The published library in words, and who published which when. */
export function libraryView(record: OpenRecord): LibraryView {
  const person = personOf(record);
  const all = record.library.all();
  const current = all[0];
  return {
    published: current
      ? { ...headOf(current), parts: partsView(current.library), worked: workedOf(current.library) }
      : null,
    history: all.map(({ library, hash, publishedAt, pharmacist, director, reason }) => ({
      version: library.version,
      hash,
      publishedAt,
      pharmacist: person(pharmacist),
      director: person(director),
      reason,
    })),
  };
}

/** What a library is called. */
export function headOf({ library, hash }: { readonly library: DrugLibrary; readonly hash: string }) {
  const { name, notice, version } = library;
  return { name, notice, version, hash };
}

export function workedOf({ protocols }: DrugLibrary): WorkedProtocol[] {
  return protocols.map((protocol) => ({
    id: protocol.id,
    title: protocol.title,
    limits: workedLimits(protocol) as WorkedProtocol['limits'],
  }));
}

function partsView(library: DrugLibrary): LibraryPartView[] {
  return libraryParts(library).map(({ key, kind, id, title, facts }) => ({
    key,
    kind,
    id,
    title,
    facts: facts.map(({ exact: _exact, ...fact }) => fact),
  }));
}
