/** One operation on a file of the watched folder, in the order the program asked for it. */
export type DiskOperation =
  | { readonly op: 'open'; readonly fd: number; readonly path: string; readonly emptied: boolean }
  | { readonly op: 'write'; readonly fd: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly fd: number; readonly length: number }
  | { readonly op: 'sync'; readonly fd: number; readonly failed: boolean }
  | { readonly op: 'close'; readonly fd: number }
  | { readonly op: 'unlink'; readonly path: string }
  | { readonly op: 'rename'; readonly from: string; readonly to: string }
  /** Said by the harness, between two operations. */
  | { readonly op: 'mark'; readonly text: string }
  /** A call that was made to fail, just before it did. */
  | { readonly op: 'fault' };

const HEAD_BYTES = 20;

/** Reads what the preloaded library wrote down (`ioShim.c`, `note`). */
export function readTrace(bytes: Buffer): readonly DiskOperation[] {
  const operations: DiskOperation[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at + 16);
    const body = bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length);
    operations.push(operationOf(bytes.subarray(at, at + HEAD_BYTES), body));
    at += HEAD_BYTES + length;
  }
  return operations;
}

function operationOf(head: Buffer, body: Buffer): DiskOperation {
  const fd = head.readInt32LE(4);
  const number = Number(head.readBigInt64LE(8));
  const text = (): string => body.toString('utf8');
  switch (head[0]) {
    case 1:
      return { op: 'open', fd, path: text(), emptied: number === 1 };
    case 2:
      return { op: 'write', fd, offset: number, bytes: body };
    case 3:
      return { op: 'truncate', fd, length: number };
    case 4:
      return { op: 'sync', fd, failed: number !== 0 };
    case 5:
      return { op: 'close', fd };
    case 6:
      return { op: 'unlink', path: text() };
    case 7: {
      const [from = '', to = ''] = text().split('\n');
      return { op: 'rename', from, to };
    }
    case 8:
      return { op: 'mark', text: text() };
    case 9:
      return { op: 'fault' };
    default:
      throw new Error(`The trace holds an operation ${head[0]} that nobody writes.`);
  }
}
