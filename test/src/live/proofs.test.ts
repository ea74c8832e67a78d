import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import type {Chosen} from "#src/live/address.js";
import type {Counted} from "#src/live/crossfilter.js";
import {showChosen, showCounted} from "#src/live/panels.js";
import type {Settings} from "#src/live/settings.js";
import {overviewPage} from "#src/pages/overview.js";
import {openFixture} from "../../support/openFixture.js";

const page = overviewPage(openFixture("worsening", "en"));
const {document} = new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window;
const section = document.querySelector<HTMLElement>("#composition")!;
const settings = JSON.parse(section.dataset.settings!) as Settings;
const counted: Counted = {
  byMember: {},
  obligors: 7,
  drawn: 5,
  meanPd: 0.01,
  weakShare: 0.5,
  defaultShare: 0,
  grades: {},
  gradesBefore: {}
};
const shown = (key: string) => section.querySelector<HTMLElement>(`[data-figure=${key}] .figure`)!;
const proofs = () =>
  ["obligors", "drawn", "pd", "weak", "default"].map((key) => [shown(key).title, {...shown(key).dataset}]);
const show = (chosen: Chosen) => {
  showChosen(section, chosen, settings);
  showCounted(section, counted, chosen, settings);
};

it("a choice has the proof of the rows that it was counted from, and the whole book its own again", () => {
  const before = proofs();
  show({measure: "drawn", choice: {industry: ["E"], grade: []}});
  expect(shown("pd").dataset).toMatchObject({mart: "mart_obligors", column: "pd", rows: "7"});
  expect(shown("pd").title).toContain("mart_obligors.pd · industry=E · ");
  expect(shown("pd").title).not.toContain("mart_portfolio");
  expect(section.querySelector<HTMLElement>("[data-dimension=size]")!.dataset.mart).toBe("mart_obligors");
  show({measure: "drawn", choice: {industry: []}});
  expect(proofs()).toEqual(before);
  expect(section.querySelector<HTMLElement>("[data-dimension=size]")!.dataset.mart).toBe("mart_composition");
});

it("the weak share says what it is a share of, and has a proof of its own in the other measure", () => {
  const label = () => shown("weak").closest("div")!.querySelector("dt")!.textContent;
  show({measure: "obligors", choice: {}});
  expect(label()).toBe("BB or worse · Share of obligors");
  expect(shown("weak").dataset.mart).toBe("mart_obligors");
  show({measure: "drawn", choice: {}});
  expect(label()).toBe("BB or worse · Share of exposure");
});
