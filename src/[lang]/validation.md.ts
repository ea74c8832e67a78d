import {siteOf} from "#src/findings/site.js";
import {validationPage} from "#src/pages/validation.js";

process.stdout.write(validationPage(siteOf(process.argv, process.env)));
