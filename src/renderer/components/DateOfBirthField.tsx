import { Fragment, type KeyboardEvent, useId } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Button as TriggerButton } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './DateOfBirthField.module.css';
import { monthNumber } from './dateParts.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import { noClipboard } from './noClipboard.ts';
import { MONTH_NAMES } from './time.ts';
import { DATE_PARTS, type DateEntry, type DatePart, useDateParts } from './useDateParts.ts';

export type DateOfBirthFieldProps = DateEntry &
  Pick<FieldFrameProps, 'number' | 'hint' | 'labelPlace'> & {
    readonly label?: string;
    readonly blind?: boolean;
    readonly autoFocus?: boolean;
  };

/**
 * A date of birth in three boxes, `09 - Mar - 1984`. The month shows as a word whatever was typed, so that day and
 * month cannot be read the wrong way round. Enter moves on; nothing jumps by itself.
 */
export function DateOfBirthField(props: DateOfBirthFieldProps) {
  const { blind = false } = props;
  const id = useId();
  const entry = useDateParts(props);
  const { remark } = entry;
  return (
    <FieldFrame
      id={id}
      label={props.label ?? 'Date of birth'}
      number={props.number}
      hint={props.hint}
      labelPlace={props.labelPlace ?? 'above'}
      large={blind}
      oneControl={false}
      remark={remark}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one field */}
      <div
        ref={entry.group}
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={remark ? `${id}-remark` : undefined}
        className={classes(styles['field'], blind && styles['blind'])}
        {...(blind ? noClipboard(entry.blockClipboard) : {})}
      >
        {DATE_PARTS.map((part) => (
          <Fragment key={part}>
            {part !== 'day' && (
              <span aria-hidden="true" className={styles['dash']}>
                -
              </span>
            )}
            <PartBox part={part} entry={entry} autoFocus={props.autoFocus === true && part === 'day'} />
          </Fragment>
        ))}
        <MonthPicker onPick={(month) => entry.change('month', month)} />
      </div>
    </FieldFrame>
  );
}

type Shape = { readonly name: string; readonly empty: string; readonly length: number };
const SHAPE: Record<DatePart, Shape> = {
  day: { name: 'Day', empty: 'dd', length: 2 },
  month: { name: 'Month, 1 to 12 or letters', empty: 'mmm', length: 9 },
  year: { name: 'Year', empty: 'yyyy', length: 4 },
};

type PartBoxProps = {
  readonly part: DatePart;
  readonly entry: ReturnType<typeof useDateParts>;
  readonly autoFocus: boolean;
};

function PartBox({ part, entry, autoFocus }: PartBoxProps) {
  const { name, empty, length } = SHAPE[part];
  const text = entry.parts[part];
  function leave() {
    const month = part === 'month' ? monthNumber(text) : undefined;
    const word = month === undefined ? text : (MONTH_NAMES[month - 1] ?? text);
    if (word !== text) entry.change('month', word);
    entry.hold(part, false);
  }
  return (
    <input
      type="text"
      name={part}
      className={classes(styles['box'], styles[part])}
      inputMode={part === 'month' ? 'text' : 'numeric'}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      maxLength={length}
      aria-label={name}
      aria-invalid={entry.remark?.kind === 'refusal' || undefined}
      placeholder={empty}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: the screen says where its work begins (UX 3.20)
      autoFocus={autoFocus}
      onChange={(event) => entry.change(part, event.target.value)}
      onKeyDown={(event) => onKeyDown(event, entry.next)}
      onFocus={(event) => {
        event.target.select();
        entry.hold(part, true);
      }}
      onBlur={leave}
    />
  );
}

/** Enter moves on; a key that is held down types nothing. */
function onKeyDown(event: KeyboardEvent<HTMLInputElement>, next: () => void): void {
  const held = event.repeat && event.key.length === 1;
  if (event.key !== 'Enter' && !held) return;
  event.preventDefault();
  if (event.key === 'Enter' && !event.repeat) next();
}

function MonthPicker({ onPick }: { readonly onPick: (month: string) => void }) {
  return (
    <MenuTrigger>
      <TriggerButton className={styles['pick'] ?? ''} aria-label="Pick the month">
        <Icon name="down" size={16} />
      </TriggerButton>
      <Popover className={styles['months'] ?? ''} placement="bottom end">
        <Menu aria-label="Months" className={styles['grid'] ?? ''} onAction={(month) => onPick(`${month}`)}>
          {MONTH_NAMES.map((month) => (
            <MenuItem key={month} id={month} className={styles['month-item'] ?? ''}>
              {month}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
