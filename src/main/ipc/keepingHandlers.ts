import type { Failure } from '../../contract/failures.ts';
import type { AskedForExport, KeepingView } from '../../contract/views/keeping.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Desk } from '../desk.ts';
import { acceptStanding } from '../services/acceptStanding.ts';
import { EXPORT_EXTENSION, exportBackup, exportFile, restoreBeside } from '../services/keeping/exports.ts';
import { drillRestore } from '../services/keeping/restoreDrill.ts';
import { keepingView } from '../views/keepingView.ts';
import { loginPage } from '../views/loginView.ts';
import { type Handlers, signedIn, signedInLater } from './handler.ts';

export const keepingHandlers: Handlers<'keeping'> = {
  'keeping:load': viewed,
  'keeping:logins': (desk, { after }) => signedIn(desk, (record) => ok(loginPage(record, after))),
  'keeping:backUp': async (desk) => {
    const made = await desk.backups.make();
    return made.ok ? viewed(desk) : made;
  },
  'keeping:checkAll': (desk) =>
    signedInLater(desk, async (record) => {
      const found = await desk.checker.check(record, (checked, of) =>
        desk.shell.push('checking', { checked, of }),
      );
      // As at a start: nothing is added behind a seal that does not fit until somebody has recorded it.
      if (found.ok && found.value.kind === 'broken' && !record.log.isForReading())
        await desk.doubted(record, { kind: 'broken', seq: found.value.badSeq });
      return found;
    }),
  'keeping:stopCheck': (desk) => {
    desk.checker.stop();
    return ok({});
  },
  'keeping:drill': (desk, { requestId }) =>
    signedInLater(desk, async (record, actor) => {
      const done = await drillRestore(record, desk.backups.newest(), { requestId, actor });
      return done.ok ? viewed(desk) : done;
    }),
  'keeping:export': (desk, by) =>
    signedInLater(desk, async (record, actor) => {
      const made = await desk.backups.make();
      return made.ok ? exportBackup(record, desk.shell, made.value, { ...by, actor }) : made;
    }),
  'keeping:chooseExport': (desk) =>
    signedInLater(desk, async ({ paths }): Promise<Result<AskedForExport, Failure>> => {
      const choice = await desk.shell.chooseFile(paths.documents, EXPORT_EXTENSION);
      if (choice.asked === 'window') return ok(choice);
      const chosen = choice.path === null ? null : desk.incomingExport.choose(choice.path);
      return ok({ asked: 'shell', chosen });
    }),
  'keeping:takeExport': (desk, { file, part, bytes }) => {
    const taken = desk.incomingExport.take(file, part, Buffer.from(bytes, 'base64'));
    return taken.ok ? ok({}) : taken;
  },
  'keeping:restore': (desk, { chosen, ...by }) =>
    signedInLater(desk, async (record, actor) => {
      const sealed = exportFile(record, desk.incomingExport, chosen);
      return sealed.ok ? restoreBeside(record, sealed.value, { ...by, actor }) : sealed;
    }),
  'keeping:acceptStanding': async (desk, { requestId, passphrase }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const proved = await record.value.identity.proveAgain(passphrase);
    if (!proved.ok) return proved;
    const accepted = acceptStanding(record.value, { requestId, actor: proved.value });
    return accepted.ok ? ok({}) : accepted;
  },
};

function viewed(desk: Desk): Result<KeepingView, Failure> {
  const record = desk.needRecord();
  return record.ok ? ok(keepingView(record.value, desk.backups.all())) : record;
}
