import {
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { entryRefusalText } from '../../core/quantity/entryRefusalText.ts';
import { type EntryRule, parseEntry } from '../../core/quantity/parseEntry.ts';
import type { Unit } from '../../core/quantity/quantity.ts';
import type { FieldRemark } from './FieldFrame.tsx';
import { judgeKey, type KeyPress, stoppedKeyText } from './numberKeys.ts';
import { eraseIn, type FieldHandle, keptText, textWith, typeInto } from './typing.ts';

export type NumberEntry = {
  /** Unit, decimals and range; from them come the refusals. */
  readonly rule: EntryRule<Unit>;
  /** Exactly as typed. */
  readonly value: string;
  /** True once the value was entered; false again with the next key. */
  readonly entered: boolean;
  /** Copied from elsewhere and neither entered nor typed over: shown hollow. */
  readonly copied?: boolean;
  readonly optional?: boolean;
  /** A refusal from elsewhere about the value as it stands. */
  readonly refusal?: string | undefined;
  readonly onType: (text: string) => void;
  /** A value the rule takes was entered by Enter or Next; empty when the field is `optional` and left so. */
  readonly onCommit: (text: string) => void;
  /** After an accepted value: move on to the next field. */
  readonly onNext?: () => void;
  /** The field has or has lost the focus: what a keypad types into. */
  readonly onActive?: (active: boolean) => void;
  readonly ref?: Ref<FieldHandle>;
};

type Say = (kind: FieldRemark['kind'], text: string, stands?: 'untilChanged' | 'whileTypedOn') => void;

/**
 * How a typed number becomes an entered one: by Enter or Next and by nothing else. Leaving the field enters
 * nothing; a refused value stays as typed. Source: UX 3.0.
 */
export function useNumberEntry(entry: NumberEntry) {
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const { remark, say } = useRemark(entry, focused);
  const gate = useKeyGate(input, say);
  const enter = () => enterValue(entry, say);
  useImperativeHandle(entry.ref, () => handle(input, gate, enter));

  function hold(active: boolean) {
    setFocused(active);
    entry.onActive?.(active);
  }
  return {
    input,
    focused,
    remark,
    say,
    handlers: {
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => onKeyDown(event, gate, enter),
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        event.target.select();
        hold(true);
      },
      onBlur: () => hold(false),
    },
  };
}

const LEFT: FieldRemark = { kind: 'unentered', text: 'typed, not entered' };
const COPIED: FieldRemark = { kind: 'unentered', text: 'last time: Enter, or type' };

/**
 * A remark stands as long as the field holds the text it was made about. That a second point was stopped stands on
 * while more is typed: `0.5.5` has become 0.55, and whoever typed it must see why.
 */
function useRemark({ value, entered, copied = false, refusal }: NumberEntry, focused: boolean) {
  const [said, setSaid] = useState<(FieldRemark & { readonly holds: (text: string) => boolean }) | null>(
    null,
  );
  const say: Say = (kind, text, stands = 'untilChanged') =>
    setSaid({
      kind,
      text,
      holds: (now) => (stands === 'whileTypedOn' ? now.startsWith(value) : now === value),
    });
  if (said?.holds(value)) return { remark: said, say };
  if (refusal !== undefined) return { remark: { kind: 'refusal', text: refusal } as const, say };
  if (copied) return { remark: COPIED, say };
  const left = value !== '' && !entered && !focused;
  return { remark: left ? LEFT : null, say };
}

type Gate = (key: string, at: number, repeated: boolean) => boolean;

/** True when the key may go into the field. */
function useKeyGate(input: RefObject<HTMLInputElement | null>, say: Say): Gate {
  const lastPress = useRef<KeyPress | null>(null);
  return (key, at, repeated) => {
    if (!input.current) return false;
    const verdict = judgeKey({ key, at, repeated, kept: keptText(input.current) }, lastPress.current);
    lastPress.current = { key, at };
    if (verdict === 'taken') return true;
    const stands = verdict === 'secondPoint' ? 'whileTypedOn' : 'untilChanged';
    say('notice', stoppedKeyText(verdict, textWith(input.current, key)), stands);
    return false;
  };
}

function enterValue({ value, rule, optional = false, onCommit, onNext }: NumberEntry, say: Say): boolean {
  const parsed = parseEntry(value, rule);
  if (!parsed.ok && !(optional && value === '')) {
    say('refusal', entryRefusalText(parsed.failure));
    return false;
  }
  onCommit(value);
  onNext?.();
  return true;
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, gate: Gate, enter: () => void): void {
  if (event.key === 'Enter') {
    event.preventDefault();
    if (!event.repeat) enter();
    return;
  }
  const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (types && !gate(event.key, event.timeStamp, event.repeat)) event.preventDefault();
}

function handle(input: RefObject<HTMLInputElement | null>, gate: Gate, enter: () => boolean): FieldHandle {
  return {
    focus: () => input.current?.focus(),
    type: (key) => {
      if (input.current && gate(key, performance.now(), false)) typeInto(input.current, key);
    },
    erase: () => {
      if (input.current) eraseIn(input.current);
    },
    next: enter,
  };
}
