import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { VialTaken } from '../../core/session/events.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';

/** A lot of a product by an expiry that stood on its vial. A lot with two expiries was misread once: it has two rows. */
export const LOT_TABLE = `
CREATE TABLE lot_row (
  id TEXT PRIMARY KEY, product TEXT NOT NULL, lot TEXT NOT NULL, expiry TEXT NOT NULL, last_taken INTEGER NOT NULL
) STRICT;
CREATE INDEX lot_by_product ON lot_row (product, lot);
`;

export type LotRow = { readonly lot: string; readonly expiry: string };

export type LotQuestion = {
  readonly product: string;
  /** The first month of expiry that counts, `2025-11`. */
  readonly goodIn: string;
  /** Taken last at this moment or later, UTC milliseconds. */
  readonly takenSince: number;
  readonly limit: number;
};

/** The one question about lots. */
export type LotTable = {
  /** Soonest expiry first. A lot that was recorded with two expiries is left out: one of them is wrong. */
  lotsInUse(question: LotQuestion): readonly LotRow[];
};

export function createLotTable(database: Database): LotTable {
  const inUse = database.prepare<[string, string, number, number], LotRow>(
    `SELECT lot, min(expiry) AS expiry FROM lot_row WHERE product = ?
     GROUP BY lot HAVING count(*) = 1 AND min(expiry) >= ? AND max(last_taken) >= ?
     ORDER BY min(expiry), lot LIMIT ?`,
  );
  return {
    lotsInUse: ({ product, goodIn, takenSince, limit }) => inUse.all(product, goodIn, takenSince, limit),
  };
}

/** Keeps the lots in step with one more event of a session. */
export function projectLot(database: Database, event: ReadEvent): void {
  if (event.type !== 'VialTaken' && event.type !== 'NextVialTaken') return;
  const { product, lot, expiry } = event.data as VialTaken;
  prepared(
    database,
    `INSERT INTO lot_row VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET last_taken = max(last_taken, excluded.last_taken)`,
  ).run(JSON.stringify([product, lot, expiry]), product, lot, expiry, event.happenedAt);
}
