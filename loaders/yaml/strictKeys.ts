import {z} from "zod";
import {nearMiss} from "../nearMiss.js";

/** An object of these keys and no others; a key that is not known is named with the one that may have been meant. */
export function strictKeys<S extends z.ZodRawShape>(kind: string, shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      const [key] = (issue as {keys: string[]}).keys;
      const meant = nearMiss(key!, known);
      const hint = meant === null ? `; known are ${known.join(", ")}` : `; is it ${meant}?`;
      return `${JSON.stringify(key)} is no ${kind}${hint}`;
    }
  });
}
