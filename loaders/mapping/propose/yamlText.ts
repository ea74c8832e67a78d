const RESERVED = /^(true|false|null|yes|no|on|off|~|y|n)$/i;

/** A value as YAML in one line; texts in quotes wherever they could be taken for something else. */
export function yamlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, each]) => `${yamlText(key)}: ${yamlText(each)}`)
      .join(", ")}}`;
  }
  if (typeof value !== "string") return String(value);
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
}
