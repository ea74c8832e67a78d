import {siteOf} from "#src/findings/site.js";
import {forwardPage} from "#src/pages/forward.js";

process.stdout.write(forwardPage(siteOf(process.argv, process.env)));
