import {markup, type Html} from "../../components/html.js";
import type {FeatureRow} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {anchorOf, definitionText, nameText} from "../features/texts.js";

interface Named {
  readonly feature: string;
  readonly catalogued: FeatureRow | undefined;
}

/** A feature by name, with a way to all that the catalogue says of it, and what it is. */
export function featureName(site: Site, {feature, catalogued}: Named): Html {
  if (catalogued === undefined) return nameText(feature);
  const link = markup`<a href="./${catalogued.table_name}#${anchorOf(catalogued)}">${nameText(feature)}</a>`;
  return markup`${link} <span class="about">${definitionText(catalogued, site)}</span>`;
}
