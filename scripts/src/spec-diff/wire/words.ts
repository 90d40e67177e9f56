import type { Who } from "./report.ts";
import type { Edge, SchemaChange } from "./schema/pair.ts";
import type { SchemaRoot } from "./schema-roots.ts";

/** The longest value that a sentence shows. */
const MAX_SHOWN = 80;

/** @returns A value as a sentence shows it, cut where it is long. */
export function show(value: unknown): string {
  const text = value === undefined ? "none" : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** @returns Where in a payload a path of schemas leads: `address.lines[].text`. */
function placeName(path: readonly Edge[]): string {
  let name = "";
  for (const { step } of path) {
    if (step.kind === "property") name += name === "" ? step.name : `.${step.name}`;
    else if (step.kind === "item" || step.kind === "contained") name += "[]";
    else if (step.kind === "pattern") name += name === "" ? `/${step.pattern}/` : `./${step.pattern}/`;
    else if (step.kind === "additional") name += name === "" ? "*" : ".*";
  }
  return name;
}

/** @returns What makes the sentence for a change of a schema. */
export function schemaWords(change: SchemaChange, path: readonly Edge[], root: SchemaRoot): (who: Who) => string {
  const { where } = root;
  const inside = placeName(path);
  const name = change.name === undefined || change.keyword === "patternProperties" ? undefined : change.name;
  const full = name === undefined ? inside : inside === "" ? name : `${inside}.${name}`;
  const at =
    full === ""
      ? `the ${where}`
      : where.startsWith("query") ||
          where.startsWith("path") ||
          where.startsWith("header") ||
          where.startsWith("cookie")
        ? `\`${full}\` in the ${where}`
        : `\`${full}\``;
  return (who) => {
    const does = (one: string, many: string) => `${who.text} ${who.isMany ? many : one}`;
    const { breaks } = who;
    switch (change.rule) {
      case "property-removed":
        if (breaks === "request") return `${does("no longer accepts", "no longer accept")} ${at}`;
        return breaks
          ? `${does("may answer without", "may answer without")} ${at}`
          : `${at} is no longer described (${who.text})`;
      case "property-added":
        if (breaks === "answer")
          return `${does("may now answer with", "may now answer with")} ${at}, which was ruled out before`;
        if (breaks) return `${does("now restricts", "now restrict")} ${at}, which was free in form`;
        return `${at} is new and optional (${who.text})`;
      case "required-property-added":
        if (breaks === "answer")
          return `${does("may now answer with", "may now answer with")} ${at}, which was ruled out before`;
        return breaks
          ? `${does("now requires", "now require")} ${at}, which is new`
          : `${at} is new and always there (${who.text})`;
      case "property-became-required":
        return breaks ? `${does("now requires", "now require")} ${at}` : `${at} is now always there (${who.text})`;
      case "property-became-optional":
        return breaks
          ? `${does("may now answer without", "may now answer without")} ${at}`
          : `${at} is no longer required (${who.text})`;
      case "enum-value-removed":
        if (breaks) return `${does("no longer accepts", "no longer accept")} ${list(change.before)} for ${at}`;
        return `${at} no longer takes ${list(change.before)} (${who.text})`;
      case "enum-value-added":
        if (breaks) return `${does("may now answer with", "may now answer with")} ${list(change.after)} for ${at}`;
        return `${at} may also be ${list(change.after)} (${who.text})`;
      case "values-restricted":
        return `${sentence(who, breaks, at)}: it must now be one of ${list(change.after)}`;
      case "values-unrestricted":
        return `${sentence(who, breaks, at)}: it is no longer limited to ${list(change.before)}`;
      case "all-of-branch-added":
        return `${sentence(who, breaks, at)}: it must also be a ${show(change.after)} now`;
      case "any-of-branch-removed":
      case "one-of-branch-removed":
        return `${sentence(who, breaks, at)}: the alternative ${show(change.before)} is gone`;
      case "any-of-branch-added":
      case "one-of-branch-added":
        return `${sentence(who, breaks, at)}: the alternative ${show(change.after)} is new`;
    }
    return `${sentence(who, breaks, at)}: ${changeOf(change)}`;
  };
}

function list(values: unknown): string {
  const items = Array.isArray(values) ? values : [values];
  const shown = items.slice(0, 5).map(show).join(", ");
  return items.length > 5 ? `${shown} and ${items.length - 5} more` : shown;
}

function sentence({ text, isMany }: Who, breaks: Who["breaks"], at: string): string {
  if (breaks === "request") return `${text} ${isMany ? "accept" : "accepts"} less for ${at}`;
  if (breaks === "answer") return `${text} may answer with more for ${at}`;
  if (breaks === "both") return `${text} ${isMany ? "take and give" : "takes and gives"} something else for ${at}`;
  return `${text}, ${at}`;
}

function changeOf({ keyword, rule, before, after }: SchemaChange): string {
  const name = keyword === undefined ? rule.replaceAll("-", " ") : `\`${keyword}\``;
  if (keyword === undefined) return name;
  if (before === undefined) return `${name} is ${show(after)} now, and wasn't there`;
  if (after === undefined) return `${name} is gone; it was ${show(before)}`;
  return `${name} is ${show(after)}; it was ${show(before)}`;
}
