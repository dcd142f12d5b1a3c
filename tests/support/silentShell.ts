import type { Push, PushName } from '../../src/contract/push.ts';
import type { ChosenFile, Shell } from '../../src/main/shell/shell.ts';

/** A shell without a window, for tests of what stands behind one. It remembers what it was told. */
export type SilentShell = Shell & {
  readonly pushed: { readonly name: PushName; readonly message: unknown }[];
  failPrinting: boolean;
  /** What somebody chooses when they are asked for a file. */
  chosen: ChosenFile;
};

export function createSilentShell(): SilentShell {
  const pushed: SilentShell['pushed'] = [];
  const shell: SilentShell = {
    name: 'chromium',
    pushed,
    failPrinting: false,
    chosen: { asked: 'window' },
    serve: () => undefined,
    open: async () => undefined,
    push<Name extends PushName>(name: Name, message: Push[Name]) {
      pushed.push({ name, message });
    },
    async renderPdf() {
      if (shell.failPrinting) throw new Error('printer is off');
      return new TextEncoder().encode('%PDF-1.7 test');
    },
    async openPrintDialog() {
      if (shell.failPrinting) throw new Error('printer is off');
    },
    chooseSavePath: async (folder, name) => `${folder}/${name}`,
    chooseFile: async () => shell.chosen,
    focus: async () => undefined,
    on: () => undefined,
    quit: async () => undefined,
  };
  return shell;
}
