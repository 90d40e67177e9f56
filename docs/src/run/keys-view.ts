import type { ProviderName } from "@customer-clients/sandbox";
import { textsOf } from "../samples/texts-of.ts";
import type { Words } from "../words/words.ts";
import { make } from "./make.ts";
import { keyNames, type Session } from "./session.ts";

/** Fields for the keys; what is typed goes into the session's memory, and nowhere else. */
export function keysView(session: Session, provider: ProviderName, words: Words["run"]): HTMLElement {
  const fields = keyNames(provider).map((name) => {
    const own = textsOf(session.credentials[provider]);
    // No form and no password field: a browser would offer to save it. `autocomplete` keeps it from being restored.
    const input = make("input", {
      id: `run-key-${name}`,
      type: "text",
      value: own[name] ?? "",
      autocomplete: "off",
      spellcheck: "false",
    });
    input.addEventListener("input", () => {
      const typed = { ...session.credentials[provider], [name]: input.value };
      session.credentials = { ...session.credentials, [provider]: typed };
    });
    return make("div", { class: "run-field" }, make("label", { for: input.id }, make("code", {}, name)), input);
  });
  return make(
    "details",
    { class: "run-part" },
    make("summary", {}, words.keys),
    make("p", {}, words.keysNote),
    ...fields,
  );
}
