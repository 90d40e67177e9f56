import type { JsonObject } from "../spec/pointer.ts";

/** @returns A schema's types; none where it has no `type`. */
export function typesOf({ type }: JsonObject): string[] {
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}
