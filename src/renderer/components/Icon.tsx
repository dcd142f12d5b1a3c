import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './Icon.module.css';

/** Drawn on a grid of 24, strokes 1.75 with square ends. */
const SHAPES = {
  admin: (
    <>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="2.5" />
      <circle cx="8" cy="17" r="2.5" />
    </>
  ),
  approximate: <path d="M4 9c3-3 5-3 8 0s5 3 8 0M4 16c3-3 5-3 8 0s5 3 8 0" />,
  arrow: <path d="M4 12h15M13 6l6 6-6 6" />,
  backspace: <path d="M8 5h13v14H8l-6-7zM11.5 9l6 6M17.5 9l-6 6" />,
  bag: <path d="M7 3h10v12l-3 3h-4l-3-3zM12 18v4M7 8h10" />,
  blind: <path d="M3 12c2.5-4 5.5-6 9-6s6.5 2 9 6c-2.5 4-5.5 6-9 6s-6.5-2-9-6zM4 20L20 4" />,
  board: <path d="M3 4h8v7H3zM13 4h8v7h-8zM3 13h8v7H3zM13 13h8v7h-8z" />,
  book: <path d="M5 3h14v18H5zM9 3v18M12.5 8H16M12.5 12H16" />,
  calendar: <path d="M4 5h16v15H4zM4 10h16M8 3v4M16 3v4" />,
  check: <path d="M4 12.500l5 5L20 6.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 6.500V12h4.5" />
    </>
  ),
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  diamond: <path d="M12 2l10 10-10 10L2 12z" />,
  down: <path d="M6 9l6 6 6-6" />,
  effect: <path d="M3 12h4l2.5-6 4 12 2.5-6h5" />,
  enter: <path d="M20 5v8H5M9 8.500L4.5 13 9 17.5" />,
  handover: <path d="M3 8h15M14 4l4 4-4 4M21 16H6M10 12l-4 4 4 4" />,
  heart: <path d="M12 20C5 15 3 12 3 8.500A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.500C21 12 19 15 12 20z" />,
  hold: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M7 12h10" />
    </>
  ),
  label: <path d="M3 6h18v12H3zM7 10v4M9.5 10v4M12 10v4M15 10h3M15 14h3" />,
  late: <path d="M5 12a7.5 7.5 0 1 0 2.5-5.600M4 3v5h5" />,
  ledger: <path d="M4 4h16v16H4zM4 9h16M10 9v11M15 9v11" />,
  limit: <path d="M3 19h18M7 19V5M17 19V5M3.5 5h7M13.5 5h7" />,
  lock: <path d="M5 11h14v10H5zM8 11V7.500a4 4 0 0 1 8 0V11" />,
  minus: <path d="M4 12h16" />,
  note: <path d="M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4" />,
  notEqual: <path d="M4 9h16M4 15h16M16 4L8 20" />,
  octagon: <path d="M8 2.500h8l5.5 5.500v8L16 21.500H8L2.5 16V8z" />,
  offline: (
    <path d="M4 4l16 16M5 12a10 10 0 0 1 4-3M15 9a10 10 0 0 1 4 3M9 16a4.5 4.5 0 0 1 3-1.500M12 19v.6" />
  ),
  pause: <path d="M6 4h4v16H6zM14 4h4v16h-4z" />,
  people: (
    <>
      <circle cx="8" cy="8" r="3.5" />
      <circle cx="17" cy="9" r="2.8" />
      <path d="M2 20c.4-4 2.5-6 6-6s5.6 2 6 6M15.5 14.200c3.6-.6 5.9 1.3 6.5 5.8" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c.6-4.4 3.6-6.5 8-6.500s7.4 2.1 8 6.5" />
    </>
  ),
  pill: <path d="M8 4h8v16H8zM8 12h8" />,
  plus: <path d="M12 4v16M4 12h16" />,
  print: <path d="M7 8V3h10v5M4 8h16v9h-3M7 17H4V8M7 14h10v7H7z" />,
  pump: <path d="M5 3h14v18H5zM8 6h8v5H8zM9 15h.1M12 15h.1M15 15h.1M9 18h6" />,
  recovery: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18a9 9 0 0 1-18 0z" fill="currentColor" />
    </>
  ),
  run: <path d="M6 4l14 8-14 8z" />,
  scan: <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.500L21 21" />
    </>
  ),
  syringe: <path d="M14 4l6 6M17 7l-9.5 9.5-3-3L14 4.500M6 15l-4 7M17 2l5 5M10 8.500l2 2M7.5 11l2 2" />,
  warning: <path d="M12 3.500L22 20.500H2zM12 10v5M12 17.300v.6" />,
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof SHAPES;

/** Every sign there is, for the gallery. */
export const ICON_NAMES = Object.keys(SHAPES) as readonly IconName[];

export type IconProps = {
  readonly name: IconName;
  readonly size?: 14 | 16 | 20 | 24;
  /** Filled, as the running triangle and the overdue diamond are. */
  readonly solid?: boolean;
  /** Said by a screen reader. Without it the sign is decoration beside its word. */
  readonly label?: string;
};

/** A sign of the house. It always stands beside its word; where it cannot, `label` says the word. */
export function Icon({ name, size = 20, solid = false, label }: IconProps) {
  const drawing = {
    'data-icon': name,
    className: classes(styles['icon'], styles[`size${size}`], solid && styles['solid']),
    viewBox: '0 0 24 24',
    focusable: 'false',
    children: SHAPES[name],
  } as const;
  if (label === undefined) return <svg aria-hidden="true" {...drawing} />;
  return <svg role="img" aria-label={label} {...drawing} />;
}
