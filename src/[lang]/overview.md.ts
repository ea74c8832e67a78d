import {siteOf} from "#src/findings/site.js";
import {overviewPage} from "#src/pages/overview.js";

process.stdout.write(overviewPage(siteOf(process.argv, process.env)));
