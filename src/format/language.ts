export type Language = "zh" | "en";

export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** What the `lang` attribute of a page says. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = {zh: "zh-CN", en: "en"};
