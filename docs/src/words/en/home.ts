/** The English strings of the start page's figures. */
export const home = {
  size: "minified, gzip, in a browser's bundle",
  call: "A signed call over loopback",
  byHand: "the time of the same written by hand",
  sandbox: "The sandbox",
  firstAnswer: "from its creation to its first answer",
  measured:
    "Measured by the repository's own bench (pnpm bench); the README says on what, and what was held against it.",
} as const;
