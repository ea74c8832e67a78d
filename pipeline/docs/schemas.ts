import {z} from "zod";
import {sourceSchema} from "#loaders/mapping/file/sourceSchema.js";
import {specSchema} from "../lab/spec.js";
import {POLICY_SCHEMAS} from "../policy/schemas.js";
import {settingsSchema} from "../settings/settings.js";

/** JSON schemas that an editor checks the settings, source, model and policy files against, by file name below `docs/schema`. */
export function editorSchemas(): ReadonlyMap<string, string> {
  const schemas: [string, z.ZodType][] = [
    ["settings", settingsSchema],
    ["source", sourceSchema],
    ["model", specSchema],
    ...Object.entries(POLICY_SCHEMAS).map(([subject, schema]): [string, z.ZodType] => [`policy-${subject}`, schema])
  ];
  return new Map(
    schemas.map(([name, schema]) => {
      const reused = name === "source" ? "ref" : "inline"; // what every extract has stands there once
      const json = z.toJSONSchema(schema, {io: "input", target: "draft-7", unrepresentable: "any", reused});
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    })
  );
}
