import {siteOf} from "#src/findings/site.js";
import {furtherPage} from "#src/pages/further.js";

const path = process.argv.find((arg) => arg.startsWith("--path="))?.slice("--path=".length);
process.stdout.write(furtherPage(siteOf(process.argv, process.env), path ?? ""));
