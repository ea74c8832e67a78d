import {siteOf} from "#src/findings/site.js";
import {landingPage} from "#src/pages/landing.js";

process.stdout.write(landingPage(siteOf(process.argv, process.env)));
