import { defineEcConfig } from "@astrojs/starlight/expressive-code";

/**
 * What scrolls has to be reached by keyboard, at any width and without a script. Expressive Code sees to it with a script, on the
 * block's `<pre>`; here the `<code>` in it scrolls (styles/code.css) and can always be reached.
 */
const reachable = {
  name: "reachable",
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => {
      const reach = (node) => {
        if (node.tagName === "code") node.properties.tabindex = "0";
        else node.children?.forEach(reach);
      };
      reach(renderData.blockAst);
    },
  },
};

export default defineEcConfig({
  plugins: [reachable],
  minSyntaxHighlightingColorContrast: 5.5,
  styleOverrides: { borderRadius: "0.375rem", codeFontSize: "0.8125rem", frames: { shadowColor: "transparent" } },
});
