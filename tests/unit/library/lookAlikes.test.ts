import { describe, expect, it } from 'vitest';
import type { Drug } from '../../../src/core/library/library.ts';
import { lintErrors, lintLibrary } from '../../../src/core/library/lint.ts';
import { lookAlikeFindings } from '../../../src/core/library/lintLookAlikes.ts';
import { EVERY_MODE } from '../../fixtures/libraries/everyMode.ts';

function drug(
  displayName: string,
  more: Partial<Drug> & { readonly strength?: Drug['products'][0]['strength'] } = {},
): Drug {
  const { strength = '10 mg/mL', ...rest } = more;
  return {
    id: displayName.toLowerCase(),
    displayName,
    allergyNames: [],
    products: [{ id: `${displayName}-1`, strength, vialVolume: '10 mL' }],
    ...rest,
  };
}

const KETAMINE = drug('ketamine', { drugClass: 'inductionAgent' });

/** What is said of the second drug beside ketamine. */
function said(other: Drug, first = KETAMINE) {
  return lookAlikeFindings([first, other]).map(({ severity, place, value, actual, limit }) => [
    severity,
    `${place.kind} ${place.id}`,
    value,
    actual,
    limit,
  ]);
}

describe('two drugs of a library that are easily taken for each other', () => {
  it.each<readonly [string, Drug, string]>([
    ['in nothing', drug('ketorolac', { drugClass: 'inductionAgent' }), 'nothing'],
    ['in nothing, without a class', drug('ketorolac'), 'nothing'],
    ['in the class alone', drug('ketorolac', { drugClass: 'other' }), 'class alone'],
    ['in the strengths alone', drug('ketorolac', { strength: '30 mg/mL' }), 'strengths alone'],
    ['in capital letters alone', drug('ketORolac'), 'capital letters alone'],
  ])('must not differ %s', (_, other, limit) => {
    expect(said(other)).toEqual([['error', 'drug ketorolac', 'displayName', 'ketamine', limit]]);
  });

  it.each<readonly [string, Drug]>([
    ['class and strengths', drug('ketorolac', { drugClass: 'other', strength: '30 mg/mL' })],
    ['class and capital letters', drug('ketORolac', { drugClass: 'other' })],
    ['capital letters and strengths', drug('ketORolac', { strength: '30 mg/mL' })],
  ])('may differ in %s', (_, other) => {
    expect(said(other)).toEqual([]);
  });

  it('are those that begin with three letters alike, that one slip apart, and that one of them names', () => {
    const isFound = (left: Drug, right: Drug) => said(right, left).length > 0;
    expect(isFound(drug('ketamine'), drug('ketorolac'))).toBe(true);
    expect(isFound(drug('Ketamine'), drug('KETOROLAC', { displayName: ' ketorolac ' }))).toBe(true);
    expect(isFound(drug('dopamine'), drug('propofol'))).toBe(false);
    expect(isFound(drug('clonidine'), drug('klonidine'))).toBe(true);
    expect(isFound(drug('clonidine'), drug('quinidine'))).toBe(false);
    expect(isFound(drug('clonidine', { lookAlikes: ['other'] }), drug('quinidine'))).toBe(false);
    expect(isFound(drug('clonidine', { lookAlikes: ['Quinidine '] }), drug('quinidine'))).toBe(true);
    expect(isFound(drug('clonidine'), drug('quinidine', { lookAlikes: ['other', 'clonidine'] }))).toBe(true);
  });

  it('a capital at the beginning sets nothing apart, nor a class that only one of them has', () => {
    expect(said(drug('Ketorolac'))[0]?.[4]).toBe('nothing');
    expect(said(drug(' Ketorolac'))[0]?.[4]).toBe('nothing');
    expect(said(drug('ketorolac', { drugClass: 'other' }), drug('ketamine'))[0]?.[4]).toBe('nothing');
    const both = {
      ...drug('ketorolac'),
      products: [...KETAMINE.products, ...drug('x', { strength: '30 mg/mL' }).products],
    };
    expect(said(both)[0]?.[4]).toBe('nothing');
    expect(said(KETAMINE, both)[0]?.[4]).toBe('nothing');
  });

  it('are each said once, and a library with one is not for publishing', () => {
    const three = [KETAMINE, drug('ketorolac'), drug('ketotifen')];
    expect(lookAlikeFindings(three).map(({ place, actual }) => [place.id, actual])).toEqual([
      ['ketorolac', 'ketamine'],
      ['ketotifen', 'ketamine'],
      ['ketotifen', 'ketorolac'],
    ]);
    const library = { ...EVERY_MODE, drugs: [...EVERY_MODE.drugs, drug('ketorolac')] };
    expect(lintErrors(lintLibrary(library)).map(({ rule }) => rule)).toEqual(['lookAlikesTooClose']);
    expect(lintErrors(lintLibrary(EVERY_MODE))).toEqual([]);
  });
});
