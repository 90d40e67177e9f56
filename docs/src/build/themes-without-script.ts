import type { PluginCreator } from "postcss";

/** A selector of one of Starlight's themes, which a script marks on the document's element. */
const THEME = /\[data-theme=["']?(light|dark)["']?\]/;

/**
 * Lets the themes follow the reader's system where no script runs: each rule for a theme stands once more, for a document without a
 * mark, under that theme's media query.
 */
export const themesWithoutScript: PluginCreator<never> = () => ({
  postcssPlugin: "themes-without-script",
  OnceExit(root, { AtRule }) {
    root.walkRules(THEME, (rule) => {
      const theme = THEME.exec(rule.selector)?.[1];
      const media = new AtRule({ name: "media", params: `(prefers-color-scheme: ${theme})` });
      const copy = rule.clone({ selector: rule.selector.replace(new RegExp(THEME, "g"), ":not([data-theme])") });
      media.append(copy);
      rule.after(media);
    });
  },
});
themesWithoutScript.postcss = true;
