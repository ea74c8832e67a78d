import {z} from "zod";
import {POLICY_SCHEMAS} from "../policy/schemas.js";
import {settingsSchema} from "../settings/settings.js";

/** JSON schemas that an editor checks the settings and policy files against, by file name below `docs/schema`. */
export function editorSchemas(): ReadonlyMap<string, string> {
  const schemas: [string, z.ZodType][] = [
    ["settings", settingsSchema],
    ...Object.entries(POLICY_SCHEMAS).map(([subject, schema]): [string, z.ZodType] => [`policy-${subject}`, schema])
  ];
  return new Map(
    schemas.map(([name, schema]) => {
      const json = z.toJSONSchema(schema, {io: "input", target: "draft-7", unrepresentable: "any"});
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    })
  );
}
