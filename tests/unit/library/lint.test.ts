import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import demoLibrary from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import type { DrugLibrary } from '../../../src/core/library/library.ts';
import { lintErrors, lintLibrary } from '../../../src/core/library/lint.ts';
import { LINT_RULES, type LintFinding } from '../../../src/core/library/lintFinding.ts';
import { loadingFindings } from '../../../src/core/library/lintLoading.ts';
import { lintText } from '../../../src/core/library/lintText.ts';

/** Where a value stands in the file: `protocols.0.dose.usual`. */
type Change = readonly [path: string, value: unknown];

/** One protocol is enough to put wrong values in; the others are looked at with the whole library. */
const demo = { ...demoLibrary, protocols: demoLibrary.protocols.slice(0, 1) };

/** The demo library with values put in their place, or taken away. */
function changed(...changes: readonly Change[]): DrugLibrary {
  const library = structuredClone(demo) as unknown as Record<string, unknown>;
  for (const [path, value] of changes) {
    const names = path.split('.');
    const last = names.pop() as string;
    const parent = names.reduce<Record<string, unknown>>(
      (part, name) => part[name] as Record<string, unknown>,
      library,
    );
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return library as unknown as DrugLibrary;
}

const PROTOCOL = 'protocols.0';
const place = { kind: 'protocol', id: 'ketamine-mood-40' } as const;

function found(library: DrugLibrary): readonly string[] {
  return lintLibrary(library).map(
    ({ severity, rule, value, actual, limit, at }) =>
      `${severity} ${rule} ${value}: ${actual}, ${limit}${at === null ? '' : ` at ${at}`}`,
  );
}

const inProtocol = (name: string, value: unknown) => found(changed([`${PROTOCOL}.${name}`, value]));

describe('the demo library', () => {
  const library = librarySchema.parse(demoLibrary);

  it('has nothing to find', () => {
    expect(found(library)).toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    ['dose.hardMinimum', '1.5 mg/kg', 'error minimumNotBelowMaximum dose.hardMinimum: 1.5 mg/kg, 1 mg/kg'],
    ['dose.softMinimum', '0.8 mg/kg', 'error minimumNotBelowMaximum dose.softMinimum: 0.8 mg/kg, 0.75 mg/kg'],
    [
      'dose.softMinimum',
      '0.75 mg/kg',
      'error minimumNotBelowMaximum dose.softMinimum: 0.75 mg/kg, 0.75 mg/kg',
    ],
    ['duration.hardMinimum', '60 min', 'error minimumNotBelowMaximum duration.hardMinimum: 60 min, 60 min'],
    ['rate.hardMinimum', '3 mg/kg/h', 'error minimumNotBelowMaximum rate.hardMinimum: 3 mg/kg/h, 2 mg/kg/h'],
    ['weight.softMinimum', '260 kg', 'error minimumNotBelowMaximum weight.softMinimum: 260 kg, 250 kg'],
    ['dose.softMinimum', '0.09 mg/kg', 'error softOutsideHard dose.softMinimum: 0.09 mg/kg, 0.1 mg/kg'],
    ['dose.softMinimum', '1.1 mg/kg', 'error softOutsideHard dose.softMinimum: 1.1 mg/kg, 1 mg/kg'],
    ['dose.softMaximum', '1.1 mg/kg', 'error softOutsideHard dose.softMaximum: 1.1 mg/kg, 1 mg/kg'],
    ['total.softMaximum', '101 mg', 'error softOutsideHard total.softMaximum: 101 mg, 100 mg'],
    ['rate.softMinimum', '0.09 mg/kg/h', 'error softOutsideHard rate.softMinimum: 0.09 mg/kg/h, 0.1 mg/kg/h'],
    ['rate.softMaximum', '2.1 mg/kg/h', 'error softOutsideHard rate.softMaximum: 2.1 mg/kg/h, 2 mg/kg/h'],
    ['weight.hardMinimum', '31 kg', 'error softOutsideHard weight.softMinimum: 30 kg, 31 kg'],
    ['weight.hardMaximum', '249 kg', 'error softOutsideHard weight.softMaximum: 250 kg, 249 kg'],
    ['dose.usual', '0.76 mg/kg', 'error usualOutsideLimits dose.usual: 0.76 mg/kg, 0.75 mg/kg'],
    ['dose.usual', '0.24 mg/kg', 'error usualOutsideLimits dose.usual: 0.24 mg/kg, 0.25 mg/kg'],
    ['duration.usual', '61 min', 'error usualOutsideLimits duration.usual: 61 min, 60 min'],
    ['duration.usual', '29 min', 'error usualOutsideLimits duration.usual: 29 min, 30 min'],
    ['dose.hardMaximum', '5 mg/kg', 'error tenTimesAllowed dose.usual: 5 mg/kg, 5 mg/kg'],
    ['dose.hardMaximum', '50 mg/kg', 'error tenTimesAllowed dose.usual: 5 mg/kg, 50 mg/kg'],
    ['dose.hardMinimum', '0.05 mg/kg', 'error tenthAllowed dose.usual: 0.05 mg/kg, 0.05 mg/kg'],
    ['dose.hardMinimum', '0.01 mg/kg', 'error tenthAllowed dose.usual: 0.05 mg/kg, 0.01 mg/kg'],
    ['duration.hardMaximum', '400 min', 'error tenTimesAllowed duration.usual: 400 min, 400 min'],
    ['duration.hardMinimum', '4 min', 'error tenthAllowed duration.usual: 4 min, 4 min'],
    ['dose.hardMinimum', '0.001 mg/kg', 'error thousandTimesAllowed dose.hardMinimum: 1 mg/kg, 1 mg/kg'],
    [
      'rate.hardMinimum',
      '0.002 mg/kg/h',
      'error thousandTimesAllowed rate.hardMinimum: 2 mg/kg/h, 2 mg/kg/h',
    ],
    ['rate.hardMaximum', '7.5 mg/kg/h', 'error tenTimesAllowed rate: 7.5 mg/kg/h, 7.5 mg/kg/h'],
    ['rate.hardMinimum', '0.075 mg/kg/h', 'error tenthAllowed rate: 0.075 mg/kg/h, 0.075 mg/kg/h'],
    ['dose.usual', '0 mg/kg', 'error notPositive dose.usual: 0 mg/kg, 0 mg/kg'],
    ['total.softMaximum', '0 mg', 'error notPositive total.softMaximum: 0 mg, 0 mg'],
    ['weight.softMinimum', '-30 kg', 'error notPositive weight.softMinimum: -30 kg, 0 kg'],
    ['dose.usual', '500 mcg/kg', 'error wrongUnit dose.usual: 500 mcg/kg, mg/kg'],
    ['total.hardMaximum', '100', 'error wrongUnit total.hardMaximum: 100, mg'],
    ['rate.hardMaximum', '2 mg/kg/min', 'error wrongUnit rate.hardMaximum: 2 mg/kg/min, mg/kg/h'],
    ['duration.usual', '40 h', 'error wrongUnit duration.usual: 40 h, min'],
    ['weight.softMaximum', '250 lb', 'error wrongUnit weight.softMaximum: 250 lb, kg'],
  ])('%s %s: %s', (name, value, expected) => {
    expect(inProtocol(name, value)).toContain(expected);
  });

  it.each([
    ['dose.softMinimum', '0.1 mg/kg'],
    ['dose.softMaximum', '1 mg/kg'],
    ['dose.softMaximum', '0.5 mg/kg'],
    ['dose.softMinimum', '0.5 mg/kg'],
    ['dose.hardMaximum', '4.999 mg/kg'],
    ['dose.hardMinimum', '0.051 mg/kg'],
    ['duration.hardMaximum', '399 min'],
    ['duration.hardMinimum', '5 min'],
    ['duration.usual', '60 min'],
    ['rate.hardMinimum', '0.076 mg/kg/h'],
    ['rate.hardMaximum', '7.499 mg/kg/h'],
    ['total.softMaximum', '100 mg'],
    ['total.softMinimum', '1 mg'],
    ['weight.hardMinimum', '30 kg'],
    ['weight.hardMaximum', '250 kg'],
  ])('%s may be %s', (name, value) => {
    const rules = lintErrors(lintLibrary(changed([`${PROTOCOL}.${name}`, value]))).map(({ rule }) => rule);
    expect(rules).toEqual([]);
  });

  it('hold the usual against the hard ones where there is no soft one', () => {
    const without = (usual: string) =>
      found(
        changed(
          [`${PROTOCOL}.dose.softMinimum`, undefined],
          [`${PROTOCOL}.dose.softMaximum`, undefined],
          [`${PROTOCOL}.dose.usual`, usual],
        ),
      );
    expect(without('1.1 mg/kg')).toContain('error usualOutsideLimits dose.usual: 1.1 mg/kg, 1 mg/kg');
    expect(without('0.09 mg/kg')).toContain('error usualOutsideLimits dose.usual: 0.09 mg/kg, 0.1 mg/kg');
    expect(without('0.6 mg/kg')).toEqual([]);
  });

  it('do not ask ten times or 1,000 times of a total, which has no usual, nor of a weight', () => {
    expect(inProtocol('total.hardMinimum', '0.01 mg')).toEqual([]);
    expect(inProtocol('weight.hardMinimum', '0.1 kg')).not.toContain('thousandTimesAllowed');
  });

  it.each([
    'dose.usual',
    'dose.hardMinimum',
    'dose.hardMaximum',
    'total.hardMaximum',
    'rate.hardMinimum',
    'rate.hardMaximum',
    'duration.usual',
    'duration.hardMinimum',
    'duration.hardMaximum',
  ])('%s cannot be left out', (name) => {
    expect(inProtocol(name, undefined)).toEqual([`error limitMissing ${name}: null, null`]);
  });

  it.each([
    'dose.softMinimum',
    'dose.softMaximum',
    'total.softMaximum',
    'rate.softMinimum',
    'rate.softMaximum',
  ])('%s can be left out', (name) => {
    expect(inProtocol(name, undefined)).toEqual([]);
  });

  it('warn of a weight that is open at one end, unless a hard limit closes it', () => {
    const [minimum, maximum] = [`${PROTOCOL}.weight.softMinimum`, `${PROTOCOL}.weight.softMaximum`];
    expect(found(changed([minimum, undefined]))).toEqual([
      'warning limitMissing weight.softMinimum: null, null',
    ]);
    expect(found(changed([maximum, undefined]))).toEqual([
      'warning limitMissing weight.softMaximum: null, null',
    ]);
    const hard = { hardMinimum: '20 kg', hardMaximum: '300 kg' };
    expect(found(changed([`${PROTOCOL}.weight`, hard]))).toEqual([]);
  });
});

describe('the nurse’s range', () => {
  it('keeps the usual rate within the hard limits, both ends allowed', () => {
    // Usual 0.5 mg/kg over 40 min is 0.75 mg/kg/h; 50 % of it is 0.375.
    const hardMinimum = (value: string) =>
      found(changed([`${PROTOCOL}.rate.softMinimum`, undefined], [`${PROTOCOL}.rate.hardMinimum`, value]));
    expect(hardMinimum('0.375 mg/kg/h')).toEqual([]);
    expect(hardMinimum('0.376 mg/kg/h')).toEqual([
      'error nurseRateOutsideHard nurseRange.lowest: 0.375 mg/kg/h, 0.376 mg/kg/h',
    ]);
    const highest = (value: string) =>
      found(changed([`${PROTOCOL}.rate.softMaximum`, undefined], [`${PROTOCOL}.nurseRange.highest`, value]));
    expect(highest('266 %')).toEqual([]);
    expect(highest('268 %')).toEqual([
      'error nurseRateOutsideHard nurseRange.highest: 2.01 mg/kg/h, 2 mg/kg/h',
    ]);
  });

  it('warns where the share of a soft limit passes a hard one', () => {
    expect(inProtocol('nurseRange.lowest', '40 %')).toEqual([]);
    expect(inProtocol('nurseRange.lowest', '39 %')).toEqual([
      'warning nurseRateOutsideHard nurseRange.lowest: 0.0975 mg/kg/h, 0.1 mg/kg/h',
    ]);
    expect(inProtocol('nurseRange.highest', '166 %')).toEqual([]);
    expect(inProtocol('nurseRange.highest', '167 %')).toEqual([
      'warning nurseRateOutsideHard nurseRange.highest: 2.004 mg/kg/h, 2 mg/kg/h',
    ]);
  });

  it('holds the ordered rate, and its lowest is not above its highest', () => {
    expect(inProtocol('nurseRange.lowest', '100 %')).toEqual([]);
    expect(inProtocol('nurseRange.highest', '99 %')).toEqual([
      'warning orderOutsideNurseRange nurseRange.highest: 99 %, 100 %',
    ]);
    expect(inProtocol('nurseRange.lowest', '101 %')).toEqual([
      'error minimumNotBelowMaximum nurseRange.lowest: 101 %, 100 %',
      'warning orderOutsideNurseRange nurseRange.lowest: 101 %, 100 %',
    ]);
  });

  it('is above 0 and in per cent', () => {
    expect(inProtocol('nurseRange.lowest', '0 %')).toContain('error notPositive nurseRange.lowest: 0 %, 0 %');
    expect(inProtocol('nurseRange.highest', '0 %')).toContain(
      'error notPositive nurseRange.highest: 0 %, 0 %',
    );
    expect(inProtocol('nurseRange.lowest', '27 mL/h')).toEqual([
      'error wrongUnit nurseRange.lowest: 27 mL/h, %',
    ]);
    expect(inProtocol('nurseRange.highest', '54 mL/h')).toEqual([
      'error wrongUnit nurseRange.highest: 54 mL/h, %',
    ]);
  });

  it('starts from a usual rate that lies within the limits of the rate', () => {
    expect(inProtocol('rate.softMaximum', '0.75 mg/kg/h')).toEqual([]);
    expect(inProtocol('rate.softMaximum', '0.74 mg/kg/h')).toEqual([
      'error usualOutsideLimits rate: 0.75 mg/kg/h, 0.74 mg/kg/h',
    ]);
    expect(inProtocol('rate.softMinimum', '0.75 mg/kg/h')).toEqual([]);
    expect(inProtocol('rate.softMinimum', '0.76 mg/kg/h')).toEqual([
      'error usualOutsideLimits rate: 0.75 mg/kg/h, 0.76 mg/kg/h',
    ]);
    const withoutSoft = (name: string, value: string) =>
      found(
        changed(
          [`${PROTOCOL}.rate.softMinimum`, undefined],
          [`${PROTOCOL}.rate.softMaximum`, undefined],
          [`${PROTOCOL}.rate.${name}`, value],
        ),
      );
    expect(withoutSoft('hardMaximum', '0.74 mg/kg/h')).toContain(
      'error usualOutsideLimits rate: 0.75 mg/kg/h, 0.74 mg/kg/h',
    );
    expect(withoutSoft('hardMinimum', '0.76 mg/kg/h')).toContain(
      'error usualOutsideLimits rate: 0.75 mg/kg/h, 0.76 mg/kg/h',
    );
  });
});

describe('a loading dose', () => {
  const LOADED = {
    'loading.usual': '0.2 mg/kg',
    'loading.hardMaximum': '0.5 mg/kg',
    'loadingDuration.hardMinimum': '10 min',
    'loadingDuration.hardMaximum': '60 min',
  } as const;
  const without = (...left: readonly string[]) => {
    const band = (name: string) =>
      Object.fromEntries(
        Object.entries(LOADED)
          .filter(([path]) => path.startsWith(`${name}.`) && !left.includes(path))
          .map(([path, value]) => [path.split('.')[1], value]),
      );
    const [loading, loadingDuration] = [band('loading'), band('loadingDuration')];
    return found(
      changed(
        [`${PROTOCOL}.loading`, Object.keys(loading).length > 0 ? loading : undefined],
        [
          `${PROTOCOL}.loadingDuration`,
          Object.keys(loadingDuration).length > 0 ? loadingDuration : undefined,
        ],
      ),
    );
  };

  it('is limited in its dose and in its time, or cannot be ordered', () => {
    expect(without()).toEqual([]);
    for (const path of Object.keys(LOADED))
      expect(without(path), path).toEqual([`error limitMissing ${path}: null, null`]);
    expect(without('loading.usual', 'loading.hardMaximum')).toHaveLength(2);
    expect(without(...Object.keys(LOADED).slice(2))).toHaveLength(2);
    expect(without(...Object.keys(LOADED))).toEqual([]);
  });

  it('is not limited where the protocol is ordered in mcg', () => {
    const protocol = librarySchema
      .parse(demoLibrary)
      .protocols.find(({ id }) => id === 'ketamine-pain-loading');
    if (protocol?.mode !== 'weightRate') throw new Error('There is no loading dose.');
    const place = { kind: 'protocol', id: protocol.id } as const;
    expect(loadingFindings(place, protocol)).toEqual([]);
    expect(loadingFindings(place, { ...protocol, unit: 'mcg/kg/h' })).toMatchObject([
      { rule: 'loadingInMicrograms', value: 'loading', severity: 'error' },
    ]);
  });
});

describe('names', () => {
  it('that nothing stands behind are found', () => {
    expect(inProtocol('drug', 'esketamine')).toEqual(['error unknownDrug drug: esketamine, null']);
    expect(inProtocol('pump', 'other pump')).toEqual(['error unknownPump pump: other pump, null']);
    expect(found(changed(['drugs.0.products', []]))).toEqual(['error noProduct products: null, null']);
  });

  it('that stand more than once are found, once each', () => {
    const twice = (list: 'pumps' | 'drugs' | 'protocols') =>
      lintLibrary(changed([list, [...demo[list], ...demo[list]]]));
    const ids = (findings: readonly LintFinding[]) =>
      findings.map(({ rule, place: { kind, id }, value, actual }) =>
        [rule, kind, id, value, actual].join(' '),
      );
    const pump = 'repeatedId pump example-syringe-pump id example-syringe-pump';
    expect(ids(twice('pumps'))).toEqual([pump]);
    expect(ids(lintLibrary(changed(['pumps', [...demo.pumps, ...demo.pumps, ...demo.pumps]])))).toEqual([
      pump,
    ]);
    expect(ids(twice('drugs'))).toEqual([
      'repeatedId drug ketamine id ketamine',
      'repeatedId product ketamine-10-20 id ketamine-10-20',
      'repeatedId product ketamine-50-10 id ketamine-50-10',
      'repeatedBarcode product ketamine-10-20 barcode 02000000102054',
      'repeatedBarcode product ketamine-50-10 barcode 02000000501031',
    ]);
    expect(ids(twice('protocols'))).toEqual([
      'repeatedId protocol ketamine-mood-40 id ketamine-mood-40',
      'repeatedName protocol ketamine mood 40 name ketamine mood 40',
    ]);
    const other = { ...demo.protocols[0], id: 'other' };
    expect(ids(lintLibrary(changed(['protocols', [...demo.protocols, other]])))).toEqual([
      'repeatedName protocol ketamine mood 40 name ketamine mood 40',
    ]);
  });

  it('of products are told apart over all drugs', () => {
    const other = { ...demo.drugs[0], id: 'other' };
    expect(found(changed(['drugs', [...demo.drugs, other]]))).toEqual([
      'error repeatedId id: ketamine-10-20, null',
      'error repeatedId id: ketamine-50-10, null',
      'error repeatedBarcode barcode: 02000000102054, null',
      'error repeatedBarcode barcode: 02000000501031, null',
      'error lookAlikesTooClose displayName: ketamine, nothing',
    ]);
  });

  it('of barcodes are the same however many digits they are written in, and end in their check digit', () => {
    const short = 'drugs.0.products.0.barcode';
    const long = 'drugs.0.products.1.barcode';
    expect(found(changed([short, '96385074'], [long, '00000096385074']))).toEqual([
      'error repeatedBarcode barcode: 00000096385074, null',
    ]);
    expect(found(changed([short, '02000000102053']))).toEqual([
      'error wrongCheckDigit barcode: 02000000102053, null',
    ]);
    expect(found(changed([short, undefined], [long, undefined]))).toEqual([]);
  });
});

describe('pumps, products and times', () => {
  it.each([
    ['pumps.0.rateStep', '0 mL/h', 'error notPositive rateStep: 0 mL/h, 0 mL/h'],
    ['pumps.0.volumeStep', '0 mL', 'error notPositive volumeStep: 0 mL, 0 mL'],
    ['pumps.0.rateMinimum', '0 mL/h', 'error notPositive rateMinimum: 0 mL/h, 0 mL/h'],
    ['pumps.0.rateMaximum', '0 mL/h', 'error notPositive rateMaximum: 0 mL/h, 0 mL/h'],
    ['pumps.0.rateStep', '0.1 mL', 'error wrongUnit rateStep: 0.1 mL, mL/h'],
    ['pumps.0.volumeStep', '0.1 mL/h', 'error wrongUnit volumeStep: 0.1 mL/h, mL'],
    ['pumps.0.rateMinimum', '1000 mL/h', 'error minimumNotBelowMaximum rateMinimum: 1000 mL/h, 999.9 mL/h'],
    ['pumps.0.rateMinimum', '999.9 mL/h', 'error minimumNotBelowMaximum rateMinimum: 999.9 mL/h, 999.9 mL/h'],
    ['pumps.0.rateMinimum', '0.15 mL/h', 'warning offStep rateMinimum: 0.15 mL/h, 0.1 mL/h'],
    ['pumps.0.rateMaximum', '999.95 mL/h', 'warning offStep rateMaximum: 999.95 mL/h, 0.1 mL/h'],
    ['drugs.0.products.0.strength', '0 mg/mL', 'error notPositive strength: 0 mg/mL, 0 mg/mL'],
    ['drugs.0.products.1.strength', '1 g/mL', 'error wrongUnit strength: 1 g/mL, mg/mL'],
    ['drugs.0.products.0.vialVolume', '0 mL', 'error notPositive vialVolume: 0 mL, 0 mL'],
    ['lineVolume', '0 mL', 'error notPositive lineVolume: 0 mL, 0 mL'],
    ['reconciliationTolerance', '-0.5 mg', 'error belowZero reconciliationTolerance: -0.5 mg, 0 mg'],
    [`${PROTOCOL}.container.volume`, '0 mL', 'error notPositive container.volume: 0 mL, 0 mL'],
    [`${PROTOCOL}.useByHours`, 0, 'error notPositive useByHours: 0 h, 0 h'],
    [`${PROTOCOL}.observationMinutes`, 0, 'error notPositive observationMinutes: 0 min, 0 min'],
    [`${PROTOCOL}.weightMaxAgeHours`, 0, 'error notPositive weightMaxAgeHours: 0 h, 0 h'],
    [
      `${PROTOCOL}.vitalsEveryMinutes.infusion`,
      -1,
      'error notPositive vitalsEveryMinutes.infusion: -1 min, 0 min',
    ],
    [
      `${PROTOCOL}.vitalsEveryMinutes.recovery`,
      0,
      'error notPositive vitalsEveryMinutes.recovery: 0 min, 0 min',
    ],
    [`${PROTOCOL}.systolicActionLimit`, 0, 'error notPositive systolicActionLimit: 0 mmHg, 0 mmHg'],
  ])('%s %s: %s', (path, value, expected) => {
    expect(found(changed([path, value]))).toContain(expected);
  });

  it('are not worked with when they are not above 0', () => {
    for (const path of [
      'pumps.0.rateStep',
      'pumps.0.volumeStep',
      'pumps.0.rateMinimum',
      'pumps.0.rateMaximum',
    ])
      expect(found(changed([path, path.endsWith('volumeStep') ? '0 mL' : '0 mL/h'])).join()).not.toContain(
        'noConcentrationFits',
      );
    expect(found(changed(['drugs.0.products.0.strength', '0 mg/mL']))).toEqual([
      'error notPositive strength: 0 mg/mL, 0 mg/mL',
    ]);
    expect(
      found(changed(['pumps.0.rateMinimum', '500 mL/h'], ['pumps.0.rateMaximum', '500 mL/h'])).slice(0, 1),
    ).toEqual(['error minimumNotBelowMaximum rateMinimum: 500 mL/h, 500 mL/h']);
  });

  it.each([
    ['reconciliationTolerance', '0 mg'],
    [`${PROTOCOL}.useByHours`, 1],
    [`${PROTOCOL}.observationMinutes`, 1],
    ['pumps.0.rateMinimum', '0.2 mL/h'],
    ['pumps.0.rateMaximum', '300 mL/h'],
  ])('%s may be %s', (path, value) => {
    expect(found(changed([path, value]))).toEqual([]);
  });
});

describe('concentrations', () => {
  const at = (concentration: string, ...changes: readonly Change[]) =>
    found(changed(...changes, [`${PROTOCOL}.concentration`, { usual: concentration }]));
  const weights = (weight: unknown): Change => [`${PROTOCOL}.weight`, weight];

  it('that no product is strong enough for are found', () => {
    expect(at('22.5 mg/mL', ['drugs.0.products.1.strength', '22.5 mg/mL'])).not.toContain(
      'concentrationTooStrong',
    );
    expect(
      at('1.1 mg/mL', ['drugs.0.products', [{ ...demo.drugs[0]?.products[0], strength: '1 mg/mL' }]]),
    ).toEqual(['error concentrationTooStrong concentration: 1.1 mg/mL, 1 mg/mL']);
    expect(
      at('1 mg/mL', ['drugs.0.products', [{ ...demo.drugs[0]?.products[0], strength: '1 mg/mL' }]]),
    ).toEqual([]);
    expect(at('50 mg/mL')).not.toContain('error concentrationTooStrong concentration: 50 mg/mL, 50 mg/mL');
    expect(at('51 mg/mL')).toContain('error concentrationTooStrong concentration: 51 mg/mL, 50 mg/mL');
  });

  it('whose rate the pump cannot run at the lowest or highest weight are found', () => {
    // 0.5 mg/kg × 250 kg = 125 mg over 40 min at 0.1875 mg per mL is 1,000 mL/h.
    expect(at('0.1875 mg/mL')).toEqual([
      'error rateOutsidePump concentration: 1000 mL/h, 999.9 mL/h at 250 kg',
    ]);
    expect(at('0.188 mg/mL')).toEqual([]);
    // 0.5 mg/kg × 30 kg = 15 mg over 40 min is 22.5 mg/h: at 22.5 mg per mL 1 mL/h.
    expect(at('22.5 mg/mL', ['pumps.0.rateMinimum', '1 mL/h'], ['pumps.0.volumeStep', '0.01 mL'])).toEqual(
      [],
    );
    expect(at('25 mg/mL', ['pumps.0.rateMinimum', '1 mL/h'], ['pumps.0.volumeStep', '0.01 mL'])).toEqual([
      'error rateOutsidePump concentration: 0.9 mL/h, 1 mL/h at 30 kg',
      'warning rateBelowOne concentration: 0.9 mL/h, 1 mL/h at 30 kg',
    ]);
  });

  it('whose rate or volume is rounded by more than 5 % are found, and exactly 5 % is not', () => {
    const steps: Change = ['pumps.0.volumeStep', '0.01 mL'];
    // 22.5 mg/h ÷ 1.05 mL/h = 150/7 mg per mL; 1.05 goes down to 1, 4.8 %. At 20 mg per mL 1.125 goes to 1.1.
    expect(at('20 mg/mL', steps)).toEqual([]);
    // 22.5 ÷ 0.95 = 450/19 mg per mL; 0.95 is a half and goes down to 0.9, 5.3 %.
    expect(at('450/19 mg/mL', steps)).toEqual([
      'error roundingTooLarge concentration: 0.95 mL/h, 0.9 mL/h at 30 kg',
      'warning rateBelowOne concentration: 0.95 mL/h, 1 mL/h at 30 kg',
    ]);
    // 2 mL/h to a step of 2.1 is exactly 5 % up.
    const onlyLight = weights({ softMinimum: '30 kg', hardMaximum: '30.1 kg' });
    expect(at('11.25 mg/mL', steps, ['pumps.0.rateStep', '2.1 mL/h'], onlyLight).join()).not.toContain(
      'roundingTooLarge concentration: 2 mL/h',
    );
    // 15 mg ÷ 10 mg per mL = 1.5 mL, a half, to 1 mL with a step of 1 mL.
    expect(at('10 mg/mL', ['pumps.0.volumeStep', '1 mL'])).toContain(
      'error roundingTooLarge concentration: 1.5 mL, 1 mL at 30 kg',
    );
  });

  it('slower than 1 mL/h are warned of, and 1 mL/h is not', () => {
    const steps: readonly Change[] = [
      ['pumps.0.volumeStep', '0.01 mL'],
      ['pumps.0.rateStep', '0.01 mL/h'],
    ];
    expect(at('22.5 mg/mL', ...steps)).toEqual([]);
    expect(at('25 mg/mL', ...steps)).toEqual([
      'warning rateBelowOne concentration: 0.9 mL/h, 1 mL/h at 30 kg',
    ]);
  });

  it('are an error within the soft weights, a warning between soft and hard, an error up to hard alone', () => {
    const beyond = 'rateOutsidePump concentration: 1500 mL/h, 999.9 mL/h at 300 kg';
    const below = 'roundingTooLarge concentration: 0.75 mL/h, 0.7 mL/h at 1 kg';
    const hard = { hardMinimum: '1 kg', hardMaximum: '300 kg' };
    const wide = weights({ ...demo.protocols[0]?.weight, ...hard });
    expect(at('0.15 mg/mL', wide)).toContain(`warning ${beyond}`);
    expect(at('0.25 mg/mL', wide)).toEqual([]);
    expect(at('0.1875 mg/mL', weights(hard))).toContain(
      'error rateOutsidePump concentration: 1200 mL/h, 999.9 mL/h at 300 kg',
    );
    expect(at('1 mg/mL', wide)).toEqual([
      `warning ${below}`,
      'warning rateBelowOne concentration: 0.75 mL/h, 1 mL/h at 1 kg',
    ]);
    expect(at('1 mg/mL', weights(hard))).toContain(`error ${below}`);
  });

  it('in another unit or of 0 are found and not worked through', () => {
    expect(at('1000 mcg/mL')).toEqual(['error wrongUnit concentration.usual: 1000 mcg/mL, mg/mL']);
    expect(at('0 mg/mL')).toEqual(['error notPositive concentration.usual: 0 mg/mL, 0 mg/mL']);
    expect(at('0 mg/mL', [`${PROTOCOL}.pump`, 'other'])).toEqual([
      'error unknownPump pump: other, null',
      'error notPositive concentration.usual: 0 mg/mL, 0 mg/mL',
    ]);
  });
});

describe('without a usual concentration', () => {
  const rule = 'error noConcentrationFits concentration';
  const none: Change = [`${PROTOCOL}.concentration`, undefined];
  const strong: Change = ['drugs.0.products.0.strength', '40 mg/mL'];

  it('some concentration must fit the heaviest and the lightest', () => {
    // The heaviest needs 125 mg ÷ (rate × 40 min) or more; the lightest 22.5 mg/h ÷ 1 mL/h = 22.5 or less by the rate
    // and 15 mg ÷ 1 mL = 15 mg per mL or less by the volume.
    expect(found(changed(none, strong, ['pumps.0.rateMaximum', '12.5 mL/h']))).toEqual([]);
    expect(found(changed(none, strong, ['pumps.0.rateMaximum', '12.4 mL/h']))).toEqual([
      `${rule}: 1875/124 mg/mL, 15 mg/mL`,
    ]);
    const finer: Change = ['pumps.0.volumeStep', '0.01 mL'];
    expect(found(changed(none, strong, finer, ['pumps.0.rateMaximum', '8.4 mL/h']))).toEqual([]);
    expect(found(changed(none, strong, finer, ['pumps.0.rateMaximum', '8.3 mL/h']))).toEqual([
      `${rule}: 1875/83 mg/mL, 22.5 mg/mL`,
    ]);
    expect(
      found(
        changed(none, strong, finer, ['pumps.0.rateMinimum', '10 mL/h'], ['pumps.0.rateMaximum', '83 mL/h']),
      ),
    ).toEqual([`${rule}: 375/166 mg/mL, 2.25 mg/mL`]);
  });

  it('some product must be strong enough, and a weaker one beside it is warned of', () => {
    const strengths = (...texts: readonly string[]): Change => [
      'drugs.0.products',
      texts.map((strength, place) => ({ id: `p${place}`, strength, vialVolume: '20 mL' })),
    ];
    // 125 mg over 40 min at 187.5 mL/h is 1 mg per mL.
    const pump: Change = ['pumps.0.rateMaximum', '187.5 mL/h'];
    expect(found(changed(none, pump, strengths('1 mg/mL')))).toEqual([]);
    expect(found(changed(none, pump, strengths('0.9 mg/mL')))).toContain(`${rule}: 1 mg/mL, 0.9 mg/mL`);
    expect(lintLibrary(changed(none, pump, strengths('0.9 mg/mL', '1 mg/mL')))).toEqual([
      {
        severity: 'warning',
        rule: 'productTooWeak',
        place: { kind: 'product', id: 'p0' },
        value: 'strength',
        actual: '0.9 mg/mL',
        limit: '1 mg/mL',
        at: null,
      },
    ]);
    expect(found(changed(none, pump, strengths('1 mg/mL', '0.9 mg/mL', '2 mg/mL'))).length).toBe(1);
  });

  it('takes the hard weights where there are no soft ones', () => {
    const hard = { hardMinimum: '30 kg', hardMaximum: '250 kg' };
    const change: Change = [`${PROTOCOL}.weight`, hard];
    expect(found(changed(none, strong, change, ['pumps.0.rateMaximum', '12.5 mL/h']))).toEqual([]);
    expect(found(changed(none, strong, change, ['pumps.0.rateMaximum', '12.4 mL/h']))).toEqual([
      `${rule}: 1875/124 mg/mL, 15 mg/mL`,
    ]);
  });
});

describe('every seeded fault', () => {
  const paths = [
    ...['usual', 'softMinimum', 'softMaximum', 'hardMinimum', 'hardMaximum'].map((name) => `dose.${name}`),
    ...['softMinimum', 'softMaximum', 'hardMinimum', 'hardMaximum'].map((name) => `rate.${name}`),
    ...['usual', 'hardMinimum', 'hardMaximum'].map((name) => `duration.${name}`),
  ];
  const valueAt = (path: string) => {
    const [band = '', name = ''] = path.split('.');
    const protocol = demo.protocols[0] as unknown as Record<string, Record<string, string>>;
    return protocol[band]?.[name] ?? '';
  };

  it.each(
    paths.flatMap((path) =>
      [10, 100, 1000].flatMap(
        (factor) =>
          [
            [path, '×', factor],
            [path, '÷', factor],
          ] as const,
      ),
    ),
  )('%s %s %d is an error', (path, sign, factor) => {
    const [number = '', unit = ''] = valueAt(path).split(' ');
    const ratio =
      sign === '×' ? `${Number(number) * 1000 * factor}/1000` : `${Number(number) * 1000}/${1000 * factor}`;
    expect(lintErrors(lintLibrary(changed([`${PROTOCOL}.${path}`, `${ratio} ${unit}`])))).not.toEqual([]);
  });

  it('in the unit of any quantity is found, and none makes the lint fail', () => {
    const quantities: string[] = [];
    const collect = (part: unknown, path: string): void => {
      if (typeof part === 'string' && /^\d+(\.\d+)? (?!years)\S+$/.test(part)) quantities.push(path);
      else if (part !== null && typeof part === 'object')
        for (const [name, inner] of Object.entries(part))
          collect(inner, path === '' ? name : `${path}.${name}`);
    };
    collect(demo, '');
    expect(quantities.length).toBe(30);
    for (const path of quantities) {
      for (const value of ['1 sprays', '1', 'one mg', '1e3 mg'])
        expect(
          found(changed([path, value])).some((line) => line.includes('wrongUnit')),
          path,
        ).toBe(true);
      expect(
        found(changed([path, path.startsWith('reconciliation') ? '-1 mg' : `0 ${unitAt(path)}`])),
        path,
      ).not.toEqual([]);
    }
    function unitAt(path: string): string {
      const text = path
        .split('.')
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], demo) as string;
      return text.slice(text.indexOf(' ') + 1);
    }
  });

  it('of two swapped limits is an error', () => {
    const pairs = [
      ['dose.softMinimum', 'dose.softMaximum'],
      ['dose.hardMinimum', 'dose.hardMaximum'],
      ['dose.softMaximum', 'dose.hardMaximum'],
      ['dose.softMinimum', 'dose.hardMinimum'],
      ['dose.usual', 'dose.softMaximum'],
      ['dose.usual', 'dose.hardMinimum'],
      ['rate.softMinimum', 'rate.softMaximum'],
      ['rate.hardMinimum', 'rate.hardMaximum'],
      ['rate.softMaximum', 'rate.hardMaximum'],
      ['rate.softMinimum', 'rate.hardMinimum'],
      ['duration.hardMinimum', 'duration.hardMaximum'],
      ['duration.usual', 'duration.hardMaximum'],
      ['total.softMaximum', 'total.hardMaximum'],
      ['weight.softMinimum', 'weight.softMaximum'],
    ] as const;
    for (const [left, right] of pairs) {
      const library = changed(
        [`${PROTOCOL}.${left}`, valueAt(right)],
        [`${PROTOCOL}.${right}`, valueAt(left)],
      );
      expect(lintErrors(lintLibrary(library)), `${left} and ${right}`).not.toEqual([]);
    }
  });

  it('puts errors before warnings and, within both, the rules in their order', () => {
    const anything = fc.tuple(fc.constantFrom('0.001', '0.3', '1', '90', '5000'), fc.constantFrom(...paths));
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 6 }),
        fc.constantFrom('0.01', '10', '50'),
        (edits, strength) => {
          const library = changed(
            [`${PROTOCOL}.concentration.usual`, '20 mg/mL'],
            ...edits.map(
              ([number, path]): Change => [`${PROTOCOL}.${path}`, `${number} ${valueAt(path).split(' ')[1]}`],
            ),
            ['drugs.0.products.0.strength', `${strength} mg/mL`],
            ['pumps.0.rateMinimum', '0.25 mL/h'],
          );
          const findings = lintLibrary(library);
          const ranks = findings.map(
            ({ severity, rule }) => (severity === 'error' ? 0 : 1000) + LINT_RULES.indexOf(rule),
          );
          expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
          for (const finding of findings) expect(lintText(finding)).not.toMatch(/null|undefined/);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the words of a finding', () => {
  const words: Readonly<Record<LintFinding['rule'], readonly [string | null, string | null, string]>> = {
    wrongUnit: ['500 mcg', 'mg/kg', '500 mcg is not in mg/kg. Give it in mg/kg.'],
    unknownDrug: ['x', null, 'no drug x is in this library. Add it or name another.'],
    unknownPump: ['x', null, 'no pump x is in this library. Add it or name another.'],
    noProduct: [null, null, 'there is no product to draw it from. Add one.'],
    wrongCheckDigit: ['123', null, '123 does not end in its check digit. Copy it from the vial again.'],
    repeatedBarcode: ['123', null, '123 stands at two products. A scan must mean one.'],
    lookAlikesTooClose: [
      'ketorolac',
      'class alone',
      'it is easily taken for ketorolac and stands apart from it by class alone. Set them apart by two of these: capital letters in the name, class, strengths.',
    ],
    repeatedId: ['x', null, 'x stands more than once. Give each its own.'],
    notPositive: ['0 mg', '0 mg', '0 mg is not above 0. Correct it.'],
    belowZero: ['-1 mg', '0 mg', '−1 mg is below 0. Correct it.'],
    tenTimesAllowed: [
      '5 mg/kg',
      '6 mg/kg',
      'ten times the usual is 5 mg/kg, which the hard limit 6 mg/kg lets pass. Set the limit so that it stops it.',
    ],
    tenthAllowed: [
      '0.05 mg/kg',
      '0.01 mg/kg',
      'a tenth of the usual is 0.05 mg/kg, which the hard limit 0.01 mg/kg lets pass. Set the limit so that it stops it.',
    ],
    thousandTimesAllowed: [
      '1 mg/kg',
      '2 mg/kg',
      '1,000 times a value that is allowed is 1 mg/kg, which the hard limit 2 mg/kg lets pass. Bring the limits closer together.',
    ],
    limitMissing: [null, null, 'is missing. Set it.'],
    loadingInMicrograms: [
      null,
      null,
      'is in mg/kg, and this protocol is ordered in mcg. No loading dose can be ordered in it: take it out.',
    ],
    minimumNotBelowMaximum: ['3 mg', '2 mg', '3 mg is not below 2 mg. Correct one of them.'],
    softOutsideHard: [
      '3 mg',
      '2 mg',
      '3 mg lies beyond the hard limit 2 mg. A soft limit must lie within the hard ones.',
    ],
    usualOutsideLimits: [
      '3 mg',
      '2 mg',
      'the usual 3 mg lies beyond the limit 2 mg. Every usual order would be warned of. Correct one of them.',
    ],
    nurseRateOutsideHard: [
      '3 mg/kg/h',
      '2 mg/kg/h',
      'the nurse could set 3 mg/kg/h, which lies beyond the hard limit 2 mg/kg/h. Narrow the nurse’s range.',
    ],
    noConcentrationFits: [
      '1875/124 mg/mL',
      '15 mg/mL',
      'the heaviest patient needs 15.121 mg per mL or more, the lightest 15 mg per mL or less, so no concentration fits both. Check pump, products and weights.',
    ],
    concentrationTooStrong: [
      '51 mg/mL',
      '50 mg/mL',
      '51 mg per mL is stronger than the strongest product, 50 mg per mL. Choose a weaker concentration.',
    ],
    rateOutsidePump: [
      '1000 mL/h',
      '999.9 mL/h',
      'the usual dose needs 1,000 mL/h, beyond the pump’s 999.9 mL/h. Change the concentration.',
    ],
    roundingTooLarge: [
      '0.95 mL/h',
      '0.9 mL/h',
      'the pump makes 0.9 mL/h of 0.95 mL/h, which is more than 5 % off. Change the concentration.',
    ],
    repeatedName: ['x', null, 'two protocols are named x. Give each its own name.'],
    orderOutsideNurseRange: [
      '99 %',
      '100 %',
      '99 % leaves out the ordered rate, 100 %. Check the nurse’s range.',
    ],
    productTooWeak: [
      '0.9 mg/mL',
      '1 mg/mL',
      '0.9 mg per mL is too weak for the heaviest patient, who needs 1 mg per mL or more. Check the product or the weights.',
    ],
    rateBelowOne: [
      '0.9 mL/h',
      '1 mL/h',
      'the usual dose runs at 0.9 mL/h, below 1 mL/h. Choose a weaker concentration.',
    ],
    offStep: [
      '0.15 mL/h',
      '0.1 mL/h',
      '0.15 mL/h is no whole number of steps of 0.1 mL/h. Check the pump’s data.',
    ],
  };

  it.each(LINT_RULES)('%s', (rule) => {
    const [actual, limit, sentence] = words[rule];
    const finding: LintFinding = { severity: 'error', rule, place, value: 'dose', actual, limit, at: null };
    expect(lintText(finding).replaceAll('\u00a0', ' ').replaceAll("'", '’')).toBe(
      `Protocol ketamine-mood-40, the dose: ${sentence}`,
    );
  });

  it('name the place, and the weight it was worked out for', () => {
    const finding: LintFinding = {
      severity: 'error',
      rule: 'rateOutsidePump',
      place: { kind: 'library', id: 'EXAMPLE' },
      value: 'concentration',
      actual: '1000 mL/h',
      limit: '999.9 mL/h',
      at: '250 kg',
    };
    const head = (kind: LintFinding['place']['kind'], value: LintFinding['value']) =>
      lintText({ ...finding, value, place: { kind, id: 'x' } })
        .split(':')[0]
        ?.replaceAll('\u00a0', ' ');
    expect(head('library', 'lineVolume')).toBe('Library x, volume of the line, at 250 kg');
    expect(head('library', 'concentration')).toBe('Library x, file, at 250 kg');
    expect(head('pump', 'rateStep')).toBe('Pump x, step of the rate, at 250 kg');
    expect(head('drug', 'products')).toBe('Drug x, products, at 250 kg');
    expect(head('product', 'strength')).toBe('Product x, strength, at 250 kg');
    expect(head('protocol', 'concentration')).toBe('Protocol x, the concentration, at 250 kg');
    expect(head('protocol', 'age.hardMinimum')).toBe('Protocol x, lower hard limit of the age, at 250 kg');
    expect(head('protocol', 'bolus.hardMaximum')).toBe('Protocol x, upper hard limit of a bolus, at 250 kg');
    expect(head('protocol', 'bolus.gapMinutes')).toBe(
      'Protocol x, least time between two boluses, at 250 kg',
    );
    expect(head('protocol', 'bolus')).toBe('Protocol x, a bolus, at 250 kg');
    expect(head('protocol', 'container.volume')).toBe('Protocol x, volume of a container, at 250 kg');
  });
});

describe('the place of a finding', () => {
  const placesOf = (...changes: readonly Change[]) =>
    lintLibrary(changed(...changes)).map((each) => each.place);

  it('is the library itself, a drug or a product where it is none of a protocol', () => {
    expect(placesOf(['lineVolume', '2 mg'])).toEqual([{ kind: 'library', id: demo.name }]);
    expect(placesOf(['drugs.0.products.0.strength', '10 mg'])).toContainEqual({
      kind: 'product',
      id: 'ketamine-10-20',
    });
    expect(placesOf(['drugs.0.products.0.vialVolume', '0 mL'])).toEqual([
      { kind: 'product', id: 'ketamine-10-20' },
    ]);
    expect(placesOf(['drugs.0.products', []])).toContainEqual({ kind: 'drug', id: 'ketamine' });
  });

  it('does not depend on the order of the products', () => {
    const reversed = changed(['drugs.0.products', demo.drugs[0]?.products.toReversed()]);
    const usual: Change = [`${PROTOCOL}.concentration`, { usual: '20 mg/mL' }];
    const [forward, back] = [
      changed(usual),
      changed(usual, ['drugs.0.products', reversed.drugs[0]?.products]),
    ];
    expect(found(back)).toEqual(found(forward));
  });
});

describe('what a library must not be published with', () => {
  it('are its errors and not its warnings', () => {
    const warned = changed(
      [`${PROTOCOL}.nurseRange`, { lowest: '50 %', highest: '90 %' }],
      ['lineVolume', '2 mg'],
    );
    const findings = lintLibrary(warned);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning']));
    expect(lintErrors(findings).map(({ rule }) => rule)).toEqual(['wrongUnit']);
  });
});
