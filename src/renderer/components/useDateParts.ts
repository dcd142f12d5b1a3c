import { type Ref, type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { type DateParts, dateFromParts, partsFromDate } from './dateParts.ts';
import type { FieldRemark } from './FieldFrame.tsx';
import { eraseIn, type FieldHandle, typeInto } from './typing.ts';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export type DateEntry = {
  /** `1984-03-09`, or empty while it is no whole date. Read once: a new `key` empties the field. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  /** Something is typed that is no whole date: where the field may be left empty, that is not the same. */
  readonly onPartial?: (isPartial: boolean) => void;
  readonly onNext?: () => void;
  readonly onActive?: (active: boolean) => void;
  readonly refusal?: string | undefined;
  readonly ref?: Ref<FieldHandle>;
};

/** What is known beside the typed text: the person asked to go on, or tried the clipboard. */
type Tried = 'nothing' | 'toGoOn' | 'toPaste';

/** A date typed in three boxes: handed on once it is whole, emptied as soon as it no longer is. */
export function useDateParts(entry: DateEntry) {
  const group = useRef<HTMLDivElement>(null);
  const active = useRef<DatePart>('day');
  const [parts, setParts] = useState<DateParts>(() => partsFromDate(entry.value));
  const [tried, setTried] = useState<Tried>('nothing');

  function change(part: DatePart, text: string) {
    const changed = { ...parts, [part]: text };
    setParts(changed);
    setTried('nothing');
    const typed = dateFromParts(changed);
    entry.onChange(typed.kind === 'date' ? typed.date : '');
    entry.onPartial?.(typed.kind !== 'date' && Object.values(changed).some((text) => text !== ''));
  }

  function next(): boolean {
    const following = DATE_PARTS[DATE_PARTS.indexOf(active.current) + 1];
    if (following) {
      boxOf(group, following)?.focus();
      return true;
    }
    setTried('toGoOn');
    const whole = dateFromParts(parts).kind === 'date';
    if (whole) entry.onNext?.();
    return whole;
  }

  useImperativeHandle(entry.ref, () => handle(group, active, next));
  return {
    group,
    parts,
    change,
    next,
    remark: dateRemark(parts, tried, entry.refusal),
    blockClipboard: () => setTried('toPaste'),
    hold: (part: DatePart, isActive: boolean) => {
      if (isActive) active.current = part;
      entry.onActive?.(isActive);
    },
  };
}

function handle(
  group: RefObject<HTMLDivElement | null>,
  active: RefObject<DatePart>,
  next: () => boolean,
): FieldHandle {
  return {
    focus: () => boxOf(group, 'day')?.focus(),
    type: (key) => {
      const box = boxOf(group, active.current);
      if (box) typeInto(box, key);
    },
    erase: () => {
      const box = boxOf(group, active.current);
      if (box) eraseIn(box);
    },
    next,
  };
}

function boxOf(group: RefObject<HTMLDivElement | null>, part: DatePart): HTMLInputElement | null {
  return group.current?.querySelector<HTMLInputElement>(`input[name="${part}"]`) ?? null;
}

function dateRemark(parts: DateParts, tried: Tried, refusal: string | undefined): FieldRemark | null {
  const typed = dateFromParts(parts);
  if (typed.kind === 'refused') return { kind: 'refusal', text: typed.text };
  if (tried === 'toPaste')
    return { kind: 'notice', text: 'Copying and pasting are closed here. Ask the patient' };
  if (tried === 'toGoOn' && typed.kind === 'unfinished') {
    return { kind: 'refusal', text: 'Type day, month and a year of four digits' };
  }
  return refusal === undefined ? null : { kind: 'refusal', text: refusal };
}
