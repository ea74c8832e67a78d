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
      (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`
    );
}

/** Everything from the site's own host; no script inside a page. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");

/** Code in a finished page that none of our pages writes: a script of its own, or Framework's runtime for live cells. */
export function strayCodeIn(page: string): string | null {
  const script =
    /<script(?![^>]*\ssrc=)[^>]*>[\s\S]{0,160}/i.exec(page) ?? /[^"]*\/_observablehq\/client\.[^"]*/.exec(page);
  return script === null ? null : script[0].replace(/\s+/g, " ");
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
