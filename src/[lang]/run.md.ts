import {siteOf} from "#src/findings/site.js";
import {runPage} from "#src/pages/run.js";

process.stdout.write(runPage(siteOf(process.argv, process.env)));
