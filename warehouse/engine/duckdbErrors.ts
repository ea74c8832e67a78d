import {UserError} from "./userError.js";

/**
 * Does database work, and turns what the user can mend into a UserError: a file that is locked or is no
 * database, and a full disk.
 */
export async function explained<T>(work: () => Promise<T>, path: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/lock on file/i.test(message)) {
      const holder = /PID (\d+)/.exec(message)?.[1];
      const who = holder === undefined ? "another process" : `process ${holder}`;
      throw new UserError(`${path}: ${who} holds the warehouse; wait until it ends, or stop it, then run again`);
    }
    if (/not a valid DuckDB database file/i.test(message)) {
      throw new UserError(`${path}: this file is not a DuckDB database; move it away or name another warehouse`);
    }
    if (/no space left|disk quota|could not write|max_temp_directory_size/i.test(message)) {
      throw new UserError(`${path}: the disk is full; free some space and run again; nothing was published`);
    }
    throw error;
  }
}
