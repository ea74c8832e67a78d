import {UserError} from "#warehouse/engine/userError.js";

/** Does `work`; where the rows of a spec do not allow it (a RangeError), says so as what its file must mend. */
export async function mendable<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError(`${file}: its rows do not allow its method: ${error.message}`);
  }
}
