import {siteOf} from "#src/findings/site.js";
import {ratingsPage} from "#src/pages/ratings.js";

process.stdout.write(ratingsPage(siteOf(process.argv, process.env)));
