import {siteOf} from "#src/findings/site.js";
import {comparePage} from "#src/pages/compare.js";

process.stdout.write(comparePage(siteOf(process.argv, process.env)));
