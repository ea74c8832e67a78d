import {JSDOM} from "jsdom";
import {expect, it, vi} from "vitest";
import {redraw} from "#src/live/redraw.js";
import type {Settings} from "#src/live/settings.js";
import {overviewPage} from "#src/pages/overview.js";
import {openFixture} from "../../support/openFixture.js";

it("the text alternative of the chart says that nothing is known, and keeps no figure of the choice before", () => {
  const page = overviewPage(openFixture("worsening", "en"));
  const {document} = new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window;
  vi.stubGlobal("document", document);
  const section = document.querySelector<HTMLElement>("#composition")!;
  Object.defineProperty(section.querySelector("#chart-now .drawing"), "clientWidth", {value: 800});
  const counted = {byMember: {}, obligors: 2, drawn: 1, meanPd: null, weakShare: null, defaultShare: 0};
  const settings = JSON.parse(section.dataset.settings!) as Settings;
  redraw(section, {...counted, grades: {BB: 2}, gradesBefore: {unknown: 2}}, settings);
  const before = Array.from(
    section.querySelectorAll("#chart-now tbody tr"),
    (row) => row.querySelectorAll("td")[1]!.textContent
  );
  expect(new Set(before)).toEqual(new Set(["absent"]));
  vi.unstubAllGlobals();
});
