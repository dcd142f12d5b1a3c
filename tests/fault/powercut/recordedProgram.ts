import { closeRecord } from '../../../src/main/services/openRecordFile.ts';
import { readScript } from '../script/script.ts';
import { openWorkRecord, workPlace } from '../script/workRecord.ts';
import { shim } from '../shim/shim.ts';

/**
 * A program of its own, run with the library preloaded: makes a record, saves a script into it, and says after each
 * save what the program then holds for saved. `NORMAL` turns the one setting down that a power cut would punish.
 *
 * recordedProgram.ts HOME SCRIPT TRACE FULL|NORMAL
 */
const [home, script, trace, synchronous] = process.argv.slice(2);
if (!home || !script || !trace || !synchronous) throw new Error('recordedProgram needs four arguments');

shim.watch(home);
shim.trace(trace);
const { record } = openWorkRecord(workPlace(home));
if (synchronous === 'NORMAL') record.log.database.pragma('synchronous = NORMAL');
for (const save of readScript(script)) {
  const saved = record.log.append(save);
  if (!saved.ok) throw new Error(`The script cannot be saved: ${JSON.stringify(saved.failure)}`);
  const { seq, hash } = record.log.head();
  shim.mark(`${seq} ${hash}`);
  record.anchor.write();
}
closeRecord(record);
shim.trace(null);
