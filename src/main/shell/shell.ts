import type { Push, PushName } from '../../contract/push.ts';
import type { LabelSize, Paper } from '../../core/session/events.ts';

/** What the window is painted with before its first frame, so that a dark room stays dark. */
export type WindowTheme = 'dim' | 'night' | 'light';

/** What a page is made for: a sheet of paper or a label. */
export type Sheet = Paper | LabelSize;

export type WindowOptions = {
  readonly title: string;
  readonly theme: WindowTheme;
};

/** Answers one message of the window. Never throws; an unknown or malformed message is answered with a failure. */
export type Answer = (channel: string, request: unknown) => Promise<unknown>;

/** What the system tells about the machine or the window. */
export type ShellEvent = 'closed' | 'suspend' | 'resume' | 'lock';

/** Where the shell can ask: the path, null when the person thinks better of it. Else the window asks by itself. */
export type ChosenFile =
  | { readonly asked: 'shell'; readonly path: string | null }
  | { readonly asked: 'window' };

/**
 * The one port to a window on the screen. Two adapters: Electron, and an installed Chromium for machines where
 * Electron's binary cannot be had. The same services stand behind both.
 */
export type Shell = {
  readonly name: 'electron' | 'chromium';
  /** Answers the window's messages. Called once, before `open`. */
  serve(answer: Answer): void;
  /** Opens the one window and resolves when its first screen can be used. */
  open(options: WindowOptions): Promise<void>;
  /** Tells the window something unasked; without a window it is dropped. */
  push<Name extends PushName>(name: Name, message: Push[Name]): void;
  /** The document standing in the window's print root, as PDF. */
  renderPdf(sheet: Sheet): Promise<Uint8Array>;
  /** The system's print dialog for the same document. */
  openPrintDialog(): Promise<void>;
  /** Where a file goes: asks where the shell can, else `folder`/`name`. Null when the person thinks better of it. */
  chooseSavePath(folder: string, name: string): Promise<string | null>;
  /** Which file of this ending somebody means, from wherever they keep it. */
  chooseFile(folder: string, extension: string): Promise<ChosenFile>;
  /** Brings the window to the front where the system allows. */
  focus(): Promise<void>;
  on(event: ShellEvent, listener: () => void): void;
  quit(): Promise<void>;
};
