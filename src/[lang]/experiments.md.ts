import {siteOf} from "#src/findings/site.js";
import {experimentsPage} from "#src/pages/experiments.js";

process.stdout.write(experimentsPage(siteOf(process.argv, process.env)));
