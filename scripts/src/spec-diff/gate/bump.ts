import type { Finding } from "../finding.ts";

/** By how much a version goes up, from least to most. */
export const BUMPS = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof BUMPS)[number];

const OF_KIND: Readonly<Record<Finding["kind"], Bump>> = {
  breaking: "major",
  additive: "minor",
  documentation: "patch",
};

/** @returns What findings demand of a version of 1.0 or above. */
export function bumpOf(findings: readonly Pick<Finding, "kind">[]): Bump {
  return highest(findings.map(({ kind }) => OF_KIND[kind]));
}

/**
 * @param bump What findings demand of a version of 1.0 or above.
 * @param version The package's present one.
 * @returns What they demand of it: below 1.0 a break is a minor, and what adds to the API a patch, since a caret range
 * takes no new minor there (https://github.com/npm/node-semver#caret-ranges-123-025-004).
 */
export function requiredBump(bump: Bump, version: string): Bump {
  if (!isBelowOne(version)) return bump;
  return bump === "major" ? "minor" : bump === "minor" ? "patch" : bump;
}

export function isBelowOne(version: string): boolean {
  return version.startsWith("0.");
}

export function highest(bumps: readonly Bump[]): Bump {
  return BUMPS[Math.max(0, ...bumps.map((bump) => BUMPS.indexOf(bump)))] as Bump;
}

export function isEnough(declared: Bump, required: Bump): boolean {
  return BUMPS.indexOf(declared) >= BUMPS.indexOf(required);
}
