import type {
  LibraryFactView,
  LibraryPartView,
  PartChangeView,
  Publication,
  WorkedProtocol,
} from '../../../contract/views/library.ts';
import type { BandRow } from '../../components/BandTable.tsx';
import type { ListedChange } from '../../components/ChangeList.tsx';
import type { ListedFact } from '../../components/FactList.tsx';
import { LIMIT_ENDS, type LimitEndName } from '../../components/LimitEnd.tsx';
import { formatCalendarDate, formatDateTime } from '../../components/time.ts';
import type { WorkedRow } from '../../components/WorkedTable.tsx';

/** With a capital at its head. */
export function sentenceCase(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A value of the library; a date as people here write it. */
function valueText(text: string): string {
  return DATE.test(text) ? formatCalendarDate(text) : text;
}

export function factOf(part: LibraryPartView, key: string): string | undefined {
  const text = part.facts.find((fact) => fact.key === key)?.text;
  return text === undefined ? undefined : valueText(text);
}

/** The limits of a part, a row for each limited value. */
export function bandRows({ facts }: LibraryPartView): readonly BandRow[] {
  const rows = new Map<string, { name: string; ends: Partial<Record<LimitEndName, string>> }>();
  for (const { group, text } of facts) {
    const end = LIMIT_ENDS.find((name) => name === group?.name);
    if (!group || !end) continue;
    const row = rows.get(group.key) ?? { name: sentenceCase(withoutArticle(group.words)), ends: {} };
    rows.set(group.key, { ...row, ends: { ...row.ends, [end]: text } });
  }
  return [...rows.values()];
}

function withoutArticle(words: string): string {
  return words.replace(/^(?:the|a) /, '');
}

/** Everything of a part that is no limit. */
export function otherFacts({ facts }: LibraryPartView): readonly ListedFact[] {
  return facts
    .filter((fact) => !isLimit(fact))
    .map(({ words, text }) => ({ name: sentenceCase(words), text: valueText(text) }));
}

function isLimit({ group }: LibraryFactView): boolean {
  return LIMIT_ENDS.some((name) => name === group?.name);
}

const BAND_NAMES = { dose: 'Dose', rate: 'Dose rate', loading: 'Loading dose', bolus: 'Bolus' } as const;

export function workedRows({ limits }: WorkedProtocol): readonly WorkedRow[] {
  return limits.map(({ band, end, value, patients }) => ({
    name: BAND_NAMES[band],
    end,
    value,
    patients: patients.map(({ passes, ...patient }) => ({ ...patient, passes: passedTotal(passes) })),
  }));
}

type Passes = WorkedProtocol['limits'][number]['patients'][number]['passes'];

/** A total is limited in milligrams; an age never stands here. */
function passedTotal(passes: Passes): WorkedRow['patients'][number]['passes'] {
  const limit = passes?.limit;
  return passes && limit && !/ (?:years|months|days)$/.test(limit)
    ? { strength: passes.strength, limit: limit as NonNullable<WorkedRow['patients'][number]['dose']> }
    : null;
}

const STATE_WORDS = { added: 'new', removed: 'taken out', changed: 'changed' } as const;

/** `Protocol ketamine mood 40, changed` */
export function partName({ kind, title, state }: PartChangeView): string {
  return `${sentenceCase(kind)} ${title}, ${STATE_WORDS[state]}`;
}

export function listedChanges({ changes }: PartChangeView): readonly ListedChange[] {
  const said = (text: string | null) => (text === null ? null : valueText(text));
  return changes.map(({ key, words, before, after }) => ({
    key,
    name: sentenceCase(words),
    before: said(before),
    after: said(after),
  }));
}

/** `3 values in 2 parts` */
export function changeCount(difference: readonly PartChangeView[]): string {
  const values = difference.reduce((count, { changes }) => count + changes.length, 0);
  const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  return `${counted(values, 'value')} in ${counted(difference.length, 'part')}`;
}

/** `published 14-Nov-2025 08:00 by P. Novak and Dr L. Amari` */
export function publishedWords({ publishedAt, pharmacist, director }: Publication, zone: string): string {
  return `published ${formatDateTime(publishedAt, zone)} by ${pharmacist.name} and ${director.name}`;
}

/** The hash in groups of eight, so that two people can read it to one another. */
export function hashGroups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash;
}
