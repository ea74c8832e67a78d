import {readFileSync, statSync} from "node:fs";
import {UserError} from "#warehouse/engine/userError.js";
import type {Database} from "./schema.js";

/** The password, from its file or from the environment; empty where none is named. */
export function passwordOf({password_file: file, password_env: variable}: Database): string {
  if (file !== undefined)
    return readSecret(file, "password_file")
      .toString("utf8")
      .replace(/\r?\n$/, "");
  if (variable === undefined) return "";
  const password = process.env[variable];
  if (password === undefined || password === "") {
    throw new UserError(`the environment variable ${variable}, which password_env names, is not set`);
  }
  return password;
}

/** What to warn of: a secret that others on this machine may read. */
export function exposedSecrets({password_file, tls}: Database): string[] {
  return [password_file, tls?.key_file]
    .filter((file) => file !== undefined)
    .filter((file) => process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
    .map((file) => `${file} may be read by other users of this machine; run chmod 600 on it`);
}

/** Bytes of a file that the settings name. */
export function readSecret(file: string, setting: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
    throw new UserError(`${file}, which ${setting} names, ${why}`);
  }
}
