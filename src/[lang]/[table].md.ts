import {siteOf} from "#src/findings/site.js";
import {featureTablePage} from "#src/pages/features/table.js";

const table = process.argv.find((arg) => arg.startsWith("--table="))?.slice("--table=".length);
process.stdout.write(featureTablePage(siteOf(process.argv, process.env), table ?? ""));
