import {siteOf} from "#src/findings/site.js";
import {qualityPage} from "#src/pages/quality.js";

process.stdout.write(qualityPage(siteOf(process.argv, process.env)));
