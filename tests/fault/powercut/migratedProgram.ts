import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { shim } from '../shim/shim.ts';

/**
 * A program of its own, run with the library preloaded: the record of an older version lies there, and the program that
 * opens it knows one update more. `old` is said when the older one is on the disk, `new` when the newer one is open.
 *
 * migratedProgram.ts HOME FIXTURE TRACE UPDATE
 */
const [home, fixture, trace, update] = process.argv.slice(2);
if (!home || !fixture || !trace || !update) throw new Error('migratedProgram needs four arguments');

// The next version of the program, as far as this one differs from it.
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/eventLog/migrate.ts')) return loaded;
    const source = String(loaded.source);
    if (!source.includes('[log]')) throw new Error('The list of updates is not where it was.');
    return { ...loaded, source: source.replace('[log]', `[log, ${JSON.stringify(update)}]`) };
  },
});

shim.watch(home);
shim.trace(trace);
const { openWorkRecord, workPlace } = await import('../script/workRecord.ts');
const place = workPlace(home);
const handle = openSync(place.file, 'w');
writeFileSync(handle, readFileSync(fixture));
fsyncSync(handle);
closeSync(handle);
shim.mark('old');
const { record } = openWorkRecord(place);
shim.mark('new');
record.log.close();
shim.trace(null);
