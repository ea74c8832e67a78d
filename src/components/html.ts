/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | null | false | readonly Part[];

/** Markup from a template: texts are escaped, `Html` is put in as it is, null and false leave nothing. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {markup: strings.reduce((markup, string, index) => markup + markupOf(parts[index - 1] ?? null) + string)};
}

/** Markup that was made elsewhere, such as a drawn chart. */
export function raw(markup: string): Html {
  return {markup};
}

export function markupOf(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escape(String(part));
  if ("markup" in part) return part.markup;
  return part.map(markupOf).join("");
}

/** Also what Markdown would read inside a raw block: line ends, which may make an empty line, and code. */
export function escape(text: string): string {
  return text.replace(/[&<>"'\r\n`$]/g, (symbol) => `&#${symbol.charCodeAt(0)};`);
}
