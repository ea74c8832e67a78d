import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {z} from "zod";
import {UserError} from "#warehouse/engine/userError.js";
import {readYaml} from "./readYaml.js";

/** What may stand in `loanscape.config.yaml`; each also as an environment variable and as a flag. */
export const settingsSchema = z.strictObject({
  state: z.string().min(1).default(".loanscape").describe("Folder of warehouses, snapshots and logs"),
  out: z.string().min(1).default("dist").describe("Folder of the built sites"),
  policies: z.string().min(1).default("data/policy").describe("Folder of policies, one folder a subject"),
  extracts: z.string().min(1).default("data/extracts").describe("Folder in which the demo bank is written"),
  threads: z.coerce.number().int().min(1).max(256).default(2).describe("Worker threads of the database"),
  memory_limit: z
    .string()
    .regex(/^\d+(\.\d+)?(MB|GB)$/, "must be a number with MB or GB, such as 4GB")
    .default("4GB")
    .describe("Memory of the database; work that needs more spills to disk"),
  language: z.enum(["en", "zh"]).default("zh").describe("Language in which the site opens"),
  host: z.string().min(1).default("127.0.0.1").describe("Address on which the site is served"),
  port: z.coerce.number().int().min(0).max(65535).default(3000).describe("Port on which the site is served; 0 for any"),
  size: z.enum(["small", "medium", "large"]).default("small").describe("Size of the demo bank"),
  seed: z.coerce.number().int().min(0).default(1).describe("Seed of the demo bank"),
  pseudonym_key_file: z
    .string()
    .min(1)
    .optional()
    .describe("File with the secret key of pseudonyms; for sources that are neither public nor synthetic")
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;
export type PartialSettings = Partial<Record<SettingName, unknown>>;

const SETTINGS_FILE = "loanscape.config.yaml";

/**
 * Settings from flags, over the environment (`LOANSCAPE_THREADS`, ...), over the settings file, over defaults.
 *
 * Throws a UserError that says where a wrong value came from and what would be right.
 */
export function readSettings(
  flags: PartialSettings,
  environment: NodeJS.ProcessEnv,
  file: string | undefined
): Settings {
  const path = resolve(file ?? SETTINGS_FILE);
  if (file !== undefined && !existsSync(path)) throw new UserError(`${path}: there is no such settings file`);
  const fromFile = existsSync(path) ? readYaml(path, settingsSchema.partial()) : {};
  const names = Object.keys(settingsSchema.shape) as SettingName[];
  const fromEnvironment = Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[variableOf(name)];
      return value === undefined || value === "" ? [] : [[name, value]];
    })
  ) as PartialSettings;
  const merged = {...written(fromFile, path), ...fromEnvironment, ...flags};
  const result = settingsSchema.safeParse(merged);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const name = issue.path[0] as SettingName;
  const origin =
    name in flags ? `--${name.replaceAll("_", "-")}` : name in fromEnvironment ? variableOf(name) : `${path}, ${name}`;
  throw new UserError(`${origin}: ${JSON.stringify(merged[name])} will not do: ${issue.message}`);
}

/** The environment variable of a setting. */
export function variableOf(name: SettingName): string {
  return `LOANSCAPE_${name.toUpperCase()}`;
}

/** What the file itself says: a partial schema would also fill in the defaults. */
function written(parsed: PartialSettings, path: string): PartialSettings {
  if (!existsSync(path)) return {};
  const own = readYaml(path, z.record(z.string(), z.unknown()));
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => name in own));
}
