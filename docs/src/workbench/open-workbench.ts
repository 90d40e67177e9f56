import type { ProviderName } from "@customer-clients/sandbox";
import { signatureOf } from "@customer-clients/sandbox/inspect";
import { loadFactory, loadWords } from "../run/load.ts";
import { loadStyles } from "../run/load-styles.ts";
import { fill, make } from "../run/make.ts";
import panelStyles from "../run/panel.css?url&no-inline";
import type { ProviderCalls } from "../run/provider-calls.ts";
import type { Language } from "../site/languages.ts";
import type { Words } from "../words/words.ts";
import { exampleOf } from "./example.ts";
import { look, type Typed } from "./look.ts";
import { lookView } from "./look-view.ts";
import workbenchStyles from "./workbench.css?url&no-inline";

/** Puts the workbench into a `<signature-workbench>`. */
export async function openWorkbench(host: HTMLElement): Promise<void> {
  const { language, calls: address = "" } = host.dataset;
  const [words, mistakes, run] = await Promise.all([
    loadWords(language as Language, "workbench"),
    loadWords(language as Language, "mistakes"),
    loadWords(language as Language, "run"),
    loadStyles(panelStyles),
    loadStyles(workbenchStyles),
  ]);
  if (!globalThis.crypto?.subtle) throw new Error(run.insecure);
  const { calls }: ProviderCalls = await (await fetch(address)).json();
  const [first] = calls;
  if (!first) return;
  const createClient = await loadFactory(first.provider, first.client);
  const example = await exampleOf(calls, createClient);
  host.append(workbenchOf({ provider: first.provider as ProviderName, example, words, mistakes, run }));
}

interface WorkbenchParts {
  readonly provider: ProviderName;
  readonly example: Typed;
  readonly words: Words["workbench"];
  readonly mistakes: Words["mistakes"];
  readonly run: Words["run"];
}

function workbenchOf({ provider, example, words, mistakes, run }: WorkbenchParts): HTMLElement {
  const { header, key, isPem, isPlain } = signatureOf(provider);
  const quiet = { autocomplete: "off", spellcheck: "false" };
  const controls = {
    request: make("textarea", { ...quiet, id: "workbench-request", rows: 12 }),
    // Of several lines for a key in PEM; else one. Never a password field: a browser would offer to keep it.
    key: isPem
      ? make("textarea", { ...quiet, id: "workbench-key", rows: 4 })
      : make("input", { ...quiet, id: "workbench-key", type: "text" }),
    ownSignature: make("input", { ...quiet, id: "workbench-signature", type: "text" }),
    ownString: make("textarea", { ...quiet, id: "workbench-string", rows: 4 }),
  };
  const output = make("div", { class: "workbench-output" });
  const status = make("p", { role: "status", class: "run-status" });
  const unmask = make("input", { type: "checkbox", id: "workbench-unmask" });
  let turn = 0;

  async function update() {
    const own = ++turn;
    const typed: Typed = {
      request: controls.request.value,
      key: controls.key.value,
      ownString: controls.ownString.value,
      ownSignature: controls.ownSignature.value,
    };
    try {
      const findings = await look(provider, typed);
      // What was typed since is looked at by itself.
      if (own !== turn) return;
      const view = lookView({
        findings,
        header,
        key: { name: key, text: typed.key.trim() },
        isMasked: !unmask.checked,
        words,
        mistakes,
        run,
      });
      output.replaceChildren(...view);
      status.textContent = output.querySelector(".verdict")?.textContent ?? "";
    } catch (error) {
      if (own !== turn) return;
      output.replaceChildren(make("p", { class: "run-problem" }, (error as Error).message));
      status.textContent = (error as Error).message;
    }
  }

  function showExample() {
    for (const name of Object.keys(controls) as (keyof typeof controls)[]) controls[name].value = example[name];
    void update();
  }

  let pause: ReturnType<typeof setTimeout>;
  for (const control of [...Object.values(controls), unmask]) {
    control.addEventListener("input", () => {
      // A wrong RSA signature is looked into with dozens of others: not at each key that is pressed.
      clearTimeout(pause);
      pause = setTimeout(() => void update(), 100);
    });
  }
  showExample();
  return make(
    "div",
    { class: "workbench" },
    make(
      "section",
      { class: "workbench-input", "aria-label": words.request },
      field(words.request, controls.request, words.requestNote),
      field(isPem ? words.keyPem : fill(words.key, { key }), controls.key),
      ...(isPlain
        ? []
        : [field(words.ownSignature, controls.ownSignature), field(words.ownString, controls.ownString)]),
      make(
        "div",
        { class: "run-buttons" },
        make("button", { type: "button", class: "run-quiet", click: showExample }, words.example),
      ),
      make("label", { class: "run-check" }, unmask, ` ${words.showSecret}`),
    ),
    make("section", { class: "workbench-findings", "aria-label": words.signature }, status, output),
  );
}

function field(label: string, control: HTMLElement, note?: string): HTMLElement {
  const shown = note === undefined ? undefined : make("p", { class: "note", id: `${control.id}-note` }, note);
  if (shown) control.setAttribute("aria-describedby", shown.id);
  return make("div", { class: "run-field" }, make("label", { for: control.id }, label), shown, control);
}
