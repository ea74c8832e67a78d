import {siteOf} from "#src/findings/site.js";
import {modelPage} from "#src/pages/model.js";

process.stdout.write(modelPage(siteOf(process.argv, process.env)));
