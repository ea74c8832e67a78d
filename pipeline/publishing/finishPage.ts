import {createHash} from "node:crypto";

/** The runtime of Framework, which pages without live cells do not need. */
const IDLE_RUNTIME = /<script type="module">\s*import "[^"]*\/_observablehq\/client\.[0-9a-f]+\.js";\s*<\/script>\n?/;
const RUNTIME_PRELOAD = /<link rel="modulepreload" href="[^"]*\/_observablehq\/[^"]*">\n?/g;

/** A built page with its language, a viewport that may be zoomed, and a content policy; without what it does not use. */
export function finishPage(page: string, language: string): string {
  const isIdle = IDLE_RUNTIME.test(page);
  const slim = isIdle ? page.replace(IDLE_RUNTIME, "").replace(RUNTIME_PRELOAD, "") : page;
  return slim
    .replace(/<html>/, `<html lang="${language}">`)
    .replace(
      /content="width=device-width, initial-scale=1, maximum-scale=1"/,
      'content="width=device-width, initial-scale=1"'
    )
    .replace(/<meta name="generator"[^>]*>\n?/, '<meta name="color-scheme" content="light dark">\n')
    .replace(
      /<meta charset="utf-8">/,
      (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${contentPolicy(slim)}">`
    );
}

/** Everything from the site's own host; scripts in the page only by their hashes. */
export function contentPolicy(page = ""): string {
  const scripts = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, source]) => {
    return ` 'sha256-${createHash("sha256").update(source!).digest("base64")}'`;
  });
  const rules = [
    "default-src 'self'",
    `script-src 'self'${scripts.join("")}`,
    "img-src 'self' data:",
    "object-src 'none'"
  ];
  return [...rules, "base-uri 'none'", "form-action 'none'"].join("; ");
}

/** Where Framework put an error into the page instead of failing; null where it did not. */
export function errorIn(page: string): string | null {
  const at = page.indexOf("observablehq--error");
  return at === -1
    ? null
    : page
        .slice(at, at + 200)
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ");
}
