import { foldedText, isWithinOneSlip } from '../patient/names.ts';
import type { Drug } from './library.ts';
import { finding, type LintFinding } from './lintFinding.ts';

/** Names that begin alike are chosen for each other from a list: so many letters. */
const SAME_BEGINNING = 3;
/** In so many ways two drugs that are easily taken for each other have to differ. Source: HAZARDS H09. */
const WAYS_NEEDED = 2;

/**
 * Every two drugs of a library that are easily taken for each other must differ in two ways a person sees: the letters
 * written in capitals, the class (and with it the colour), the strengths. They are easily taken for each other where one
 * names the other as a look-alike, where their names begin with the same three letters, and where one slip makes one name
 * of the other.
 *
 * Source: HAZARDS H09; tall-man letters, ISMP.
 */
export function lookAlikeFindings(drugs: readonly Drug[]): readonly LintFinding[] {
  return drugs.flatMap((drug, place) =>
    drugs
      .slice(0, place)
      // One that stands twice is a finding of its own.
      .filter((other) => other.id !== drug.id && isEasilyTaken(drug, other))
      .flatMap((other) => tooClose(drug, other)),
  );
}

function tooClose(drug: Drug, other: Drug): readonly LintFinding[] {
  const ways = waysApart(drug, other);
  if (ways.length >= WAYS_NEEDED) return [];
  const limit = ways[0] === undefined ? 'nothing' : `${ways[0]} alone`;
  const place = { kind: 'drug', id: drug.id } as const;
  const noted = {
    rule: 'lookAlikesTooClose',
    value: 'displayName',
    actual: other.displayName,
    limit,
  } as const;
  return [finding(place, noted)];
}

function isEasilyTaken(left: Drug, right: Drug): boolean {
  const [one, other] = [nameOf(left), nameOf(right)];
  const isNamed = (drug: Drug, name: string) =>
    drug.lookAlikes?.some((named) => foldedText(named.trim()) === name) ?? false;
  return (
    isNamed(left, other) ||
    isNamed(right, one) ||
    one.slice(0, SAME_BEGINNING) === other.slice(0, SAME_BEGINNING) ||
    isWithinOneSlip(one, other)
  );
}

function nameOf({ displayName }: Drug): string {
  return foldedText(displayName.trim());
}

/** What a person sees of a difference, in words. A class that is not named tells nobody anything. */
function waysApart(left: Drug, right: Drug): readonly string[] {
  const strengths = left.products.map(({ strength }) => strength);
  const shared = right.products.some(({ strength }) => strengths.includes(strength));
  const [one, other] = [left.drugClass, right.drugClass];
  const isClassApart = one !== undefined && other !== undefined && one !== other;
  return [
    ...(capitals(left) === capitals(right) ? [] : ['capital letters']),
    ...(isClassApart ? ['class'] : []),
    ...(shared ? [] : ['strengths']),
  ];
}

/** The letters written in capitals, the first one aside: it is one wherever a name begins a sentence. */
function capitals({ displayName }: Drug): string {
  return displayName
    .trim()
    .slice(1)
    .replace(/\P{Lu}/gu, '');
}
