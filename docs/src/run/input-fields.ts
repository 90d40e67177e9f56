import type { ProviderName } from "@customer-clients/sandbox";
import { checkInput } from "@customer-clients/sandbox/inspect";
import type { Call, CallInput } from "../samples/call.ts";
import type { Words } from "../words/words.ts";
import { fill, make } from "./make.ts";
import { problemText } from "./problem-text.ts";

/** The fields that a call's input is edited in. */
export interface InputFields {
  readonly elements: readonly HTMLElement[];
  /** The input as it is edited; nothing while a part of it isn't JSON. */
  read(): CallInput | undefined;
  /** The first field with something wrong in it. */
  readonly wrong: HTMLElement | undefined;
}

interface Field {
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  /** Checks what is typed, and says what is wrong with it; false when there is something. */
  check(): boolean;
}

/**
 * @param input What the fields begin with.
 * @param idsFor The ids that are offered for each path parameter.
 * @param onChange Is called after each change.
 */
export function inputFields(
  call: Call,
  input: CallInput,
  idsFor: (place: number) => readonly string[],
  words: Words["run"],
  onChange: () => void,
): InputFields {
  const provider = call.provider as ProviderName;
  const check = (part: "path" | "query" | "body", value: unknown) => {
    const violation = checkInput(provider, call.operationId, part, value);
    return violation && problemText(violation, words);
  };
  const names = Object.keys(input.path);
  const path = names.map((name, place) => {
    const control = make("input", {
      type: "text",
      value: input.path[name] ?? "",
      autocomplete: "off",
      spellcheck: "false",
    });
    const ids = idsFor(place);
    const list =
      ids.length > 0
        ? make("datalist", { id: `run-ids-${place}` }, ...ids.map((value) => make("option", { value })))
        : undefined;
    if (list) control.setAttribute("list", list.id);
    const field = labelled(name, control, () => check("path", { ...valuesOf(), [name]: control.value }), onChange);
    if (list) field.element.append(list);
    return field;
  });
  const valuesOf = () => Object.fromEntries(names.map((name, place) => [name, path[place]?.control.value ?? ""]));
  const json = (label: string, value: unknown, part: "query" | "body") => {
    const text = JSON.stringify(value, null, 2);
    const rows = Math.min(16, text.split("\n").length);
    const control = make("textarea", { rows, spellcheck: "false", autocomplete: "off" });
    control.value = text;
    const problem = () => {
      try {
        return check(part, JSON.parse(control.value));
      } catch (error) {
        return fill(words.notJson, { reason: (error as Error).message });
      }
    };
    return labelled(label, control, problem, onChange);
  };
  const query = call.hasQuery
    ? json(`${words.query} (JSON, ${words.optional})`, input.query ?? {}, "query")
    : undefined;
  const body = input.body === undefined ? undefined : json(`${words.body} (JSON)`, input.body, "body");
  const fields = [...path, query, body].filter((field) => field !== undefined);
  return {
    elements: fields.map(({ element }) => element),
    read() {
      try {
        return {
          path: valuesOf(),
          ...(query && { query: JSON.parse(query.control.value) }),
          ...(body && { body: JSON.parse(body.control.value) }),
        };
      } catch {
        return undefined;
      }
    },
    get wrong() {
      return fields.filter((field) => !field.check())[0]?.control;
    },
  };
}

let count = 0;

function labelled(
  label: string,
  control: Field["control"],
  problemOf: () => string | undefined,
  onChange: () => void,
): Field {
  const id = `run-field-${++count}`;
  control.id = id;
  const problem = make("p", { id: `${id}-problem`, class: "run-problem", hidden: true });
  const check = () => {
    const text = problemOf();
    problem.textContent = text ?? "";
    problem.hidden = text === undefined;
    control.setAttribute("aria-invalid", String(text !== undefined));
    if (text === undefined) control.removeAttribute("aria-describedby");
    else control.setAttribute("aria-describedby", problem.id);
    return text === undefined;
  };
  control.addEventListener("input", () => {
    check();
    onChange();
  });
  return {
    element: make("div", { class: "run-field" }, make("label", { for: id }, label), control, problem),
    control,
    check,
  };
}
