import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {JSDOM} from "jsdom";
import {markup, raw} from "#src/components/html.js";

describe("markup", () => {
  it("shows any text as it is, in an element and in an attribute", () => {
    const {document} = new JSDOM("").window;
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (text) => {
        const plain = text.replace(/\0/g, "");
        document.body.innerHTML = markup`<p title="${plain}">${plain}</p>`.markup;
        expect(document.querySelector("p")!.textContent).toBe(plain);
        expect(document.querySelector("p")!.title).toBe(plain);
      })
    );
  });

  it("writes no line end, backtick or dollar sign, so that Markdown reads no code out of a text", () => {
    const name = "x\r\r```js\rdocument.title=1+1\r```\r\ry\n\n${1+1}";
    const {markup: written} = markup`<p>${name}</p>`;
    expect(written).not.toMatch(/[\r\n`$]/);
    expect(new JSDOM(written).window.document.querySelector("p")!.textContent).toBe(name);
  });

  it("puts markup in as it is, joins lists, and leaves out what is not there", () => {
    expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}${null}${false}${raw("<hr>")}</ul>`.markup).toBe(
      "<ul><li>1</li><li>2</li><hr></ul>"
    );
  });
});
