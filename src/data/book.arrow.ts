import {bookOf} from "#src/findings/bookColumns.js";
import {siteOf} from "#src/findings/site.js";

process.stdout.write(bookOf(siteOf(process.argv, process.env)));
