import { basename, join, resolve } from 'node:path';
import { type AnchorReport, type FileReport, verifyFile } from '../eventLog/verifyFile.ts';
import { userPaths } from '../paths.ts';
import { compareProjections } from '../projections/compareProjections.ts';

/** `log:verify`: exit 0 whole, 1 the first bad event is named, 2 the file is open elsewhere, 64 wrong use. */
const EXIT = { whole: 0, bad: 1, busy: 2, usage: 64 } as const;

const USAGE = 'Use: npm run --silent log:verify -- FILE.db [--anchor FILE.head]';

/** Checks one record file and says what it found, one fact a line. Returns the exit code. */
export function logVerify(args: readonly string[], say: (line: string) => void): number {
  const anchorAt = args.indexOf('--anchor');
  const anchor = anchorAt === -1 ? undefined : args[anchorAt + 1];
  const files = args.filter((_, index) => anchorAt === -1 || (index !== anchorAt && index !== anchorAt + 1));
  const file = files[0];
  if (file === undefined || files.length > 1 || (anchorAt !== -1 && anchor === undefined)) {
    say(USAGE);
    return EXIT.usage;
  }
  return tell(verifyFile(resolve(file), anchorsOf(file, anchor), compareProjections), file, say);
}

/** The anchor that was named; else the one beside the file; else the one this user's profile keeps. */
function anchorsOf(file: string, named: string | undefined): readonly string[] {
  if (named !== undefined) return [resolve(named)];
  return [`${resolve(file)}.head`, join(userPaths(undefined).config, `${basename(file)}.head`)];
}

function tell(report: FileReport, file: string, say: (line: string) => void): number {
  switch (report.kind) {
    case 'missing':
      say(`There is no file ${file}.`);
      return EXIT.bad;
    case 'busy':
      say(`${file} is open in another program. Close Infusion Desk and check again. Nothing was changed.`);
      return EXIT.busy;
    case 'unreadable':
      say(`${file} cannot be read as a record: ${report.why}. Nothing was changed.`);
      return EXIT.bad;
    case 'checked':
      return tellChecked(report, say);
  }
}

function tellChecked(
  { chain, anchor, structure, projections }: Extract<FileReport, { readonly kind: 'checked' }>,
  say: (line: string) => void,
): number {
  if (!chain.whole) {
    say(`${chain.events} events checked, then event ${chain.badSeq} ${chain.why}.`);
    return EXIT.bad;
  }
  say(`${chain.events} events checked, chain whole`);
  say(`head ${chain.head.seq} ${chain.head.hash}`);
  const anchored = tellAnchor(anchor, say);
  if (structure !== null) say(`The file is damaged around its events: ${structure}.`);
  if (projections === 'equal') say('read tables equal to the log');
  if (projections === 'differ') say('the read tables differ from the log; the log itself is whole');
  return anchored && structure === null && projections !== 'differ' ? EXIT.whole : EXIT.bad;
}

function tellAnchor(anchor: AnchorReport, say: (line: string) => void): boolean {
  switch (anchor.kind) {
    case 'none':
      say('no anchor: a cut end would not be seen');
      return true;
    case 'holds':
      say(`anchor holds at event ${anchor.seq}`);
      return true;
    case 'cut':
      say(
        `The log ends at event ${anchor.ends}, but event ${anchor.seen} has been seen: the end is missing.`,
      );
      return false;
    case 'rewritten':
      say(`chain whole, head differs from anchor at event ${anchor.seq}`);
      return false;
  }
}
