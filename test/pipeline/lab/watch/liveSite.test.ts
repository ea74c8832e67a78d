import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {get} from "node:http";
import {afterAll, beforeAll, expect, it} from "vitest";
import {serveLive, type LiveSite} from "#pipeline/lab/watch/liveSite.js";
import {ownFolder} from "../../../support/smallBank.js";

const root = ownFolder("live");
const [fresh, older] = [join(root, "fresh"), join(root, "older")];
let site: LiveSite;

beforeAll(async () => {
  const page = (text: string) => `<!DOCTYPE html><html><head><title>x</title></head><body>${text}</body></html>`;
  for (const folder of [fresh, older, join(root, "fresher")]) mkdirSync(join(folder, "en"), {recursive: true});
  writeFileSync(join(fresh, "en", "model.html"), page("new model"));
  writeFileSync(join(older, "en", "model.html"), page("old model"));
  writeFileSync(join(older, "en", "features.html"), page("features"));
  writeFileSync(join(older, "index.html"), page("landing"));
  writeFileSync(join(older, "site.css"), "a {}");
  writeFileSync(join(root, "fresher", "en", "secret.html"), page("secret"));
  writeFileSync(join(root, "secret.html"), page("secret"));
  site = await serveLive([fresh, older], {host: "127.0.0.1", port: 0});
});
afterAll(() => site.close());

/** Status and text; the path goes out as it is written. */
function asked(path: string): Promise<[number | undefined, string]> {
  const {hostname, port} = new URL(site.url);
  return new Promise((resolve, reject) => {
    get({hostname, port, path}, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve([response.statusCode, text]));
    }).on("error", reject);
  });
}

it("gives the page of the first folder that has it, and behind it those of the next", async () => {
  expect((await asked("/en/model"))[1]).toContain("new model");
  expect((await asked("/en/model.html?a=1"))[1]).toContain("new model");
  expect((await asked("/en/features"))[1]).toContain("features");
  expect((await asked("/"))[1]).toContain("landing");
  expect(await asked("/site.css")).toEqual([200, "a {}"]);
  expect((await asked("/en/mars"))[0]).toBe(404);
});

it("puts into each page one script of its own host, by which it loads itself again", async () => {
  const [, page] = await asked("/en/model");
  expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="/_lab/reload.js" defer>']);
  expect((await asked("/_lab/reload.js"))[1]).toContain("location.reload()");
});

it.each(["/../secret", "/..%2fsecret", "/%2e%2e/secret.html", "/../fresher/en/secret", "/%", "//", "/\\..\\secret"])(
  "gives nothing outside its folders, and stays up: %s",
  async (path) => {
    const [, text] = await asked(path);
    expect(text).not.toContain("secret");
    expect((await asked("/en/model"))[0]).toBe(200);
  }
);

it("tells every open page to load itself again", async () => {
  const told = [1, 2].map(
    () =>
      new Promise<string>((resolve) => {
        get(`${site.url}_lab/events`, (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => {
            text += chunk.toString();
            if (text.includes("refresh")) {
              response.destroy();
              resolve(text);
            } else site.refresh();
          });
        });
      })
  );
  for (const text of await Promise.all(told)) expect(text).toBe("retry: 500\n\nevent: refresh\ndata:\n\n");
});
