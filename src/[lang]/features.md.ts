import {siteOf} from "#src/findings/site.js";
import {featuresPage} from "#src/pages/features.js";

process.stdout.write(featuresPage(siteOf(process.argv, process.env)));
