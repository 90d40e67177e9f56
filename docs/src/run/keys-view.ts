import type { ProviderName } from "@customer-clients/sandbox";
import { textsOf } from "../samples/texts-of.ts";
import type { Words } from "../words/words.ts";
import { make } from "./make.ts";
import { keyNames, type Session } from "./session.ts";

/** Fields for the keys. */
export interface KeysView {
  readonly element: HTMLDetailsElement;
  /** The first field that is empty, which neither side takes. */
  readonly wrong: HTMLElement | undefined;
}

/** Shows the keys; what is typed goes into the session's memory, and nowhere else. */
export function keysView(session: Session, provider: ProviderName, words: Words["run"]): KeysView {
  const inputs: HTMLInputElement[] = [];
  const fields = keyNames(provider).map((name) => {
    // No form and no password field: a browser would offer to save it. `autocomplete` keeps it from being restored.
    const input = make("input", {
      id: `run-key-${name}`,
      type: "text",
      value: textsOf(session.credentials[provider])[name] ?? "",
      autocomplete: "off",
      spellcheck: "false",
    });
    const problem = make(
      "p",
      { id: `${input.id}-problem`, class: "run-problem", hidden: true },
      `${name}: ${words.required}`,
    );
    input.setAttribute("aria-describedby", problem.id);
    input.addEventListener("input", () => {
      problem.hidden = input.value !== "";
      input.setAttribute("aria-invalid", String(input.value === ""));
      const typed = { ...session.credentials[provider], [name]: input.value };
      session.credentials = { ...session.credentials, [provider]: typed };
    });
    inputs.push(input);
    return make(
      "div",
      { class: "run-field" },
      make("label", { for: input.id }, make("code", {}, name)),
      input,
      problem,
    );
  });
  const element = make(
    "details",
    { class: "run-part" },
    make("summary", {}, words.keys),
    make("p", {}, words.keysNote),
    ...fields,
  );
  return {
    element,
    get wrong() {
      return inputs.find(({ value }) => value === "");
    },
  };
}
