import {mkdirSync, writeFileSync} from "node:fs";
import {dataDictionary} from "#pipeline/docs/dataDictionary.js";
import {editorSchemas} from "#pipeline/docs/schemas.js";

const folder = new URL("./", import.meta.url);
writeFileSync(new URL("data-dictionary.md", folder), await dataDictionary());
mkdirSync(new URL("schema/", folder), {recursive: true});
for (const [name, text] of editorSchemas()) writeFileSync(new URL(`schema/${name}`, folder), text);
