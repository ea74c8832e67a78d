import {siteOf} from "#src/findings/site.js";
import {segmentsPage} from "#src/pages/segments.js";

process.stdout.write(segmentsPage(siteOf(process.argv, process.env)));
