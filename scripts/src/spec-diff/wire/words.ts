import { segmentsOf } from "../../spec/pointer.ts";
import type { Who } from "./report.ts";
import { PROPERTY_RULES } from "./schema/compare-schemas.ts";
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
    else if (step.kind === "item" || step.kind === "contained") name += name === "" ? "" : "[]";
    else if (step.kind === "pattern") name += name === "" ? `/${step.pattern}/` : `./${step.pattern}/`;
    else if (step.kind === "additional") name += name === "" ? "*" : ".*";
  }
  return name;
}

/** @returns Where in a component a schema stands, `User.address.zip`; undefined for one that is in none. */
function componentName(pointer: string | undefined): string | undefined {
  const [components, kind, component, ...rest] = segmentsOf(pointer ?? "");
  if (components !== "components" || kind !== "schemas" || component === undefined) return undefined;
  const keys = [...rest];
  let name = component;
  for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
    if (key === "properties" && keys.length > 0) name += `.${keys.shift()}`;
    else if (key === "items" || key === "prefixItems") name += "[]";
    else if (key === "additionalProperties") name += ".*";
  }
  return name;
}

/** The names of keywords that hold a schema, at the end of a change's pointer: the change is of what they stand in. */
const HOLDING = /\/(?:items|additionalProperties|prefixItems)$/;

/** @returns What a sentence calls the place of a change. */
function placeOf(change: SchemaChange, path: readonly Edge[], root: SchemaRoot, isShared: boolean): string {
  const pointer = change.revisionPointer ?? change.basePointer;
  const isOfName = change.name !== undefined && change.keyword !== "patternProperties";
  const component = isShared ? componentName(change.keyword ? pointer?.replace(HOLDING, "") : pointer) : undefined;
  if (component !== undefined) {
    return `\`${component}${isOfName && !PROPERTY_RULES.has(change.rule) ? `.${change.name}` : ""}\``;
  }
  const inside = placeName(path);
  const full = !isOfName ? inside : inside === "" ? change.name : `${inside}.${change.name}`;
  const [place = "", name = ""] = root.where.split(/ (.*)/);
  const isBody = place === "body" || place === "answer";
  const isItem = path.some(({ step }) => step.kind === "item" || step.kind === "contained");
  const around = place === "header" ? `header \`${name}\`` : isBody ? root.where : `${place} parameter \`${name}\``;
  if (full === "") return `${isItem ? "an item of " : ""}the ${around}`;
  return isBody ? `\`${full}\`` : `\`${full}\` in the ${around}`;
}

/**
 * @param isShared Whether several operations have it: then it is named by its component, not by where one of them has it.
 * @returns What makes the sentence for a change of a schema.
 */
export function schemaWords(
  change: SchemaChange,
  path: readonly Edge[],
  root: SchemaRoot,
  isShared: boolean,
): (who: Who) => string {
  const at = placeOf(change, path, root, isShared);
  return (who) => {
    const does = (one: string, many: string) => `${who.text} ${who.isMany ? many : one}`;
    const { breaks } = who;
    switch (change.rule) {
      case "deprecated-changed":
        return `${at} is ${change.after === true ? "deprecated now" : "no longer deprecated"} (${who.text})`;
      case "read-only-changed":
      case "write-only-changed": {
        const name = change.rule.startsWith("read") ? "read-only" : "write-only";
        return `${at} is ${change.after === true ? `${name} now` : `no longer ${name}`} (${who.text})`;
      }
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
    if (breaks) return `${sentence(who, breaks, at)}: ${changeOf(change)}`;
    return change.keyword === undefined
      ? `${sentence(who, breaks, at)}: ${changeOf(change)}`
      : `${changeOf(change, at)} (${who.text})`;
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

function changeOf({ keyword, rule, before, after }: SchemaChange, at?: string): string {
  if (keyword === undefined) return rule.replaceAll("-", " ");
  const name = at === undefined ? `\`${keyword}\`` : `\`${keyword}\` of ${at}`;
  if (before === undefined) return `${name} is ${show(after)} now, and wasn't there`;
  if (after === undefined) return `${name} is gone; it was ${show(before)}`;
  return `${name} is ${show(after)}; it was ${show(before)}`;
}
