import {siteOf} from "#src/findings/site.js";
import {definitionsPage} from "#src/pages/definitions.js";

process.stdout.write(definitionsPage(siteOf(process.argv, process.env)));
