import {pullDatabase} from "#loaders/database/pullDatabase.js";
import type {Database} from "#loaders/database/schema.js";

// Pulls as the settings say, and prints the highest resident memory of the process, in MB.
const [settings, folder] = process.argv.slice(2);
await pullDatabase(JSON.parse(settings!) as Database, folder!);
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
