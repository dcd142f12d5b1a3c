/**
 * What the Chromium shell and its preload call each other by. The main process may not import a preload, so
 * `main/shell/chromiumWindow.ts` writes the same three names; the shell's contract test fails when they differ.
 */
export const BINDING_NAME = 'infusionDeskBinding';
export const PUSH_RECEIVER = 'infusionDeskPushed';
export const HOME_ORIGIN = 'https://app.invalid';
