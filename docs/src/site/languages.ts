/** A language of the site, by its BCP 47 tag. */
export type Language = "en" | "zh-CN" | "vi";

/** The languages, English first. `path` is the address's first segment; English has none. */
export const LANGUAGES: readonly { readonly tag: Language; readonly path: string; readonly name: string }[] = [
  { tag: "en", path: "", name: "English" },
  { tag: "zh-CN", path: "zh-cn", name: "简体中文" },
  { tag: "vi", path: "vi", name: "Tiếng Việt" },
];
