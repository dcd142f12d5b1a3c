import { describe, expect, it } from 'vitest';
import type { ContainerView, InfusionView } from '../../../src/contract/views/session.ts';
import {
  containerForecast,
  containerOf,
  endWhileEmpty,
  shortForecast,
} from '../../../src/renderer/screens/session/container/containerWords.ts';
import { STARTED_SESSION } from '../../fixtures/documents/okafor.ts';
import { at, ZONE } from '../../support/times.ts';

const EMPTY = at('12:34:17');
const SYRINGE: ContainerView = {
  noun: 'syringe',
  number: 1,
  planned: 2,
  label: 'KT-0412',
  emptyAt: EMPTY,
  due: { at: EMPTY, because: 'empty' },
  nextLabel: null,
};
const BAG: ContainerView = { ...SYRINGE, noun: 'bag', due: { at: EMPTY, because: 'useBy' } };

const seen = (time: string) => ({ now: at(time), zone: ZONE, shown: (moment: number) => moment });
const said = (container: ContainerView, time: string) => {
  const forecast = containerForecast(container, seen(time));
  return forecast && [forecast.text, forecast.level];
};

describe('the forecast of a container', () => {
  it('is announced 20 min before it is empty, and says since when it is', () => {
    expect(said(SYRINGE, '12:14:16')).toEqual(['syringe 1 of 2 lasts to 12:34:17', 'later']);
    expect(said(SYRINGE, '12:14:17')).toEqual(['syringe empty at 12:34:17', 'soon']);
    expect(said(SYRINGE, '12:34:16')).toEqual(['syringe empty at 12:34:17', 'soon']);
    expect(said(SYRINGE, '12:34:17')).toEqual(['syringe empty since 12:34:17', 'now']);
  });

  it('of one that ends by its use-by says so', () => {
    expect(said(BAG, '12:14:16')).toEqual(['bag 1 of 2 to change by 12:34:17', 'later']);
    expect(said(BAG, '12:14:17')).toEqual(['bag to change by 12:34:17', 'soon']);
    expect(said(BAG, '12:40:00')).toEqual(['bag past its use-by 12:34:17', 'now']);
  });

  it('of one that outlasts the infusion is only how long it lasts', () => {
    expect(said({ ...SYRINGE, due: null }, '12:00:00')).toEqual(['syringe lasts to 12:34', 'later']);
    expect(said({ ...SYRINGE, due: null, emptyAt: null }, '12:00:00')).toBeNull();
  });

  it('is short on the board until it is announced', () => {
    expect(shortForecast(SYRINGE, seen('12:00:00'))).toBe('syringe until 12:34');
    expect(shortForecast(SYRINGE, seen('12:20:00'))).toBe('syringe empty at 12:34:17');
    expect(shortForecast({ ...SYRINGE, due: null, emptyAt: null }, seen('12:20:00'))).toBeNull();
  });

  it('counts only what was planned', () => {
    expect(containerOf({ ...SYRINGE, number: 3 })).toBe('syringe 3');
    expect(containerOf({ ...SYRINGE, planned: 1 })).toBe('syringe 1');
  });
});

describe('the end of an infusion', () => {
  const { infusion } = STARTED_SESSION;
  if (!infusion) throw new Error('not started');
  const running = (container: ContainerView, endsAt: number | null = at('13:00:00')): InfusionView => ({
    ...infusion,
    container,
    endsAt,
  });

  it('moves on while an empty container waits for its change, and not while a full one is past its use-by', () => {
    expect(endWhileEmpty(running(SYRINGE), at('12:34:00'))).toBe(at('13:00:00'));
    expect(endWhileEmpty(running(SYRINGE), at('12:36:17'))).toBe(at('13:02:00'));
    expect(endWhileEmpty(running(BAG), at('12:36:17'))).toBe(at('13:00:00'));
    expect(endWhileEmpty(running({ ...SYRINGE, due: null }), at('12:36:17'))).toBe(at('13:00:00'));
    expect(endWhileEmpty(running(SYRINGE, null), at('12:36:17'))).toBeNull();
  });
});
