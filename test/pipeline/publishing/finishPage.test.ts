import {describe, expect, it} from "vitest";
import {CONTENT_POLICY, errorIn, finishPage, strayCodeIn} from "#pipeline/publishing/finishPage.js";

const IDLE = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<link rel="modulepreload" href="../_observablehq/client.0d842524.js">
<link rel="modulepreload" href="../_import/live/page-overview.aa.js">
<script type="module">

import "../_observablehq/client.0d842524.js";

</script>
</head>
<body></body>
</html>`;

describe("finishPage", () => {
  it("names the language and lets the reader zoom", () => {
    const page = finishPage(IDLE, "zh-CN");
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).not.toContain("maximum-scale");
  });

  it("drops the runtime of a page without live cells, and nothing else", () => {
    const page = finishPage(IDLE, "en");
    expect(page).not.toContain("_observablehq");
    expect(page).toContain("page-overview.aa.js");
  });

  it("finds code that none of our pages writes, and never allows it", () => {
    expect(strayCodeIn(finishPage(IDLE, "en"))).toBeNull();
    const live = IDLE.replace(
      'import "../_observablehq/client.0d842524.js";',
      'import {define} from "../_observablehq/client.0d842524.js"; define({});'
    );
    const page = finishPage(live, "en");
    expect(strayCodeIn(page)).toContain("define({})");
    expect(page).not.toMatch(/sha256|unsafe-inline/);
    expect(strayCodeIn('<p><script>document.title = "x"</script></p>')).toContain("document.title");
    expect(strayCodeIn('<script type="module" data-src="a.js">run()</script>')).toContain("run()");
    expect(strayCodeIn('<script type="module" src="../_observablehq/client.ab.js"></script>')).toContain(
      "client.ab.js"
    );
    expect(strayCodeIn('<script type="module" src="../_import/live/page-overview.aa.js"></script>')).toBeNull();
  });

  it("allows only the site's own host", () => {
    expect(CONTENT_POLICY).toBe(
      "default-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"
    );
  });

  it("finds the error that Framework wrote into a page", () => {
    expect(errorIn(IDLE)).toBeNull();
    expect(
      errorIn('<div class="observablehq--inspect observablehq--error">SyntaxError: no such import</div>')
    ).toContain("no such import");
  });
});
