import { defaultCredentials, type ProviderName } from "@customer-clients/sandbox";
import type { Call, CallInput } from "../samples/call.ts";
import { typescriptSample } from "../samples/typescript.ts";
import type { Words } from "../words/words.ts";
import { make } from "./make.ts";

/** The first port of the sandbox's command; the providers follow each other. */
const firstPort = 4_700;

/** The call as a program for a sandbox on the reader's own machine. */
export interface ProgramView {
  readonly element: HTMLElement;
  show(input: CallInput): void;
}

/**
 * @param basePath What stands before the paths of the provider's spec.
 * @param run Runs the call in the page against the sandbox at a base URL.
 */
export function programView(
  call: Call,
  words: Words["run"],
  basePath: string,
  run: (baseUrl: string) => Promise<void>,
): ProgramView {
  const provider = call.provider as ProviderName;
  const port = firstPort + Object.keys(defaultCredentials).indexOf(provider);
  const own = `http://127.0.0.1:${port}${basePath}`;
  const address = make("input", { id: "run-base-url", type: "url", value: own, autocomplete: "off" });
  const code = make("code");
  let shown: CallInput;
  const show = (input: CallInput) => {
    shown = input;
    // The keys that the sandbox has everywhere: none that somebody typed.
    const options = { ...defaultCredentials[provider], baseUrl: address.value };
    code.textContent = typescriptSample(call, input, options);
  };
  address.addEventListener("input", () => show(shown));
  const start = make(
    "button",
    { type: "button", class: "run-quiet", click: () => void run(address.value) },
    words.startThere,
  );
  const copy = make("button", { type: "button", class: "run-quiet", click: () => void copyText() }, words.copy);
  const copyText = async () => {
    await navigator.clipboard.writeText(code.textContent ?? "");
    copy.textContent = words.copied;
  };
  const command = `npx @customer-clients/sandbox --allow-origin ${location.origin}`;
  const element = make(
    "details",
    { class: "run-part" },
    make("summary", {}, words.program),
    make("p", {}, words.programNote),
    make("pre", { class: "run-block" }, make("code", {}, command)),
    make("div", { class: "run-field" }, make("label", { for: address.id }, words.baseUrl), address),
    make("pre", { class: "run-block" }, code),
    make("div", { class: "run-buttons" }, start, copy),
  );
  return { element, show };
}
