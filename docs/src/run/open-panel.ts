import type { ProviderName } from "@customer-clients/sandbox";
import { signatureOf } from "@customer-clients/sandbox/inspect";
import type { Call, CallInput } from "../samples/call.ts";
import type { Language } from "../site/languages.ts";
import type { Words } from "../words/words.ts";
import { faultChoices } from "./faults.ts";
import { inputFields } from "./input-fields.ts";
import { keysView } from "./keys-view.ts";
import { loadFactory, loadWords } from "./load.ts";
import { loadStyles } from "./load-styles.ts";
import { make } from "./make.ts";
import { groupsOf } from "./note-ids.ts";
import type { Attempt } from "./observed-client.ts";
import { attemptsView, resultView, summaryOf } from "./outcome-view.ts";
import styles from "./panel.css?url&no-inline";
import { idsWithin, withId } from "./prepare.ts";
import { programView } from "./program-view.ts";
import type { ProviderCalls } from "./provider-calls.ts";
import { prepareSession, runCall, runElsewhere } from "./run-call.ts";
import { openSession, type Session } from "./session.ts";

/**
 * Puts the panel into a `<run-operation>`.
 *
 * @param onClose Is called when the panel is closed.
 */
export async function openPanel(host: HTMLElement, onClose: () => void): Promise<void> {
  const { operation, language, calls: address = "" } = host.dataset;
  const words = await loadWords(language as Language, "run");
  if (!globalThis.crypto?.subtle) throw new Error(words.insecure);
  await loadStyles(styles);
  const known: ProviderCalls = await (await fetch(address)).json();
  const call = known.calls.find(({ operationId }) => operationId === operation) as Call;
  const createClient = await loadFactory(call.provider, call.client);
  const session = await openSession(call.provider as ProviderName, storeOfTab());
  if (session.isNew) await prepareSession({ session, createClient, calls: known.calls });
  const opener = host.querySelector<HTMLElement>(".run-open");
  const close = () => {
    panel.remove();
    if (opener) opener.hidden = false;
    onClose();
  };
  const panel = panelOf({ ...known, call, createClient, session, words, close });
  if (opener) opener.hidden = true;
  host.append(panel);
  panel.querySelector<HTMLElement>("h2")?.focus();
}

interface PanelParts extends ProviderCalls {
  readonly call: Call;
  readonly createClient: (options: object) => object;
  readonly session: Session;
  readonly words: Words["run"];
  readonly close: () => void;
}

function panelOf({ calls, checksTime, call, createClient, session, words, close }: PanelParts): HTMLElement {
  const provider = call.provider as ProviderName;
  const { header, key } = signatureOf(provider);
  const basePath = new URL(call.server.url).pathname.replace(/\/$/, "");
  const program = programView(call, words, basePath, (baseUrl) => run(false, baseUrl));
  const inputs = make("div");
  let fields = fieldsFor();
  inputs.replaceChildren(...fields.elements);

  function fieldsFor() {
    const input = suggestedInput(call, calls, session);
    program.show(input);
    const idsFor = (place: number) => session.ids(groupsOf(call.method)[place] ?? "");
    return inputFields(call, input, idsFor, words, () => {
      anyway.hidden = true;
      const read = fields.read();
      if (read) program.show(read);
    });
  }

  const hasBody = call.examples[0].input.body !== undefined;
  const choices = faultChoices.filter(({ isFor }) => isFor?.({ checksTime, hasBody }) ?? true);
  const fault = make(
    "select",
    { id: "run-fault" },
    ...choices.map(({ id, word }) => make("option", { value: id }, words[word])),
  );
  const once = make("input", { id: "run-once", type: "checkbox" });
  const keys = keysView(session, provider, words);
  const status = make("p", { role: "status", class: "run-status" });
  const output = make("div", { class: "run-output" });
  const start = make("button", { type: "button", class: "run-open", click: () => void run(false) }, words.start);
  const anyway = make(
    "button",
    { type: "button", class: "run-quiet", hidden: true, click: () => void run(true) },
    words.startAnyway,
  );
  const reset = make("button", { type: "button", class: "run-quiet", click: () => void startOver() }, words.reset);

  /** @param elsewhere The base URL of another sandbox than the page's. */
  async function run(isMeant: boolean, elsewhere?: string) {
    const input = fields.read();
    const wrong = fields.wrong;
    if (keys.wrong) {
      keys.element.open = true;
      keys.wrong.focus();
      return;
    }
    if (!input || (wrong && !isMeant)) {
      anyway.hidden = !input;
      status.textContent = words.problem;
      wrong?.focus();
      return;
    }
    anyway.hidden = true;
    start.disabled = true;
    status.textContent = words.running;
    const onAttempt = (attempts: readonly Attempt[]) => {
      output.replaceChildren(...attemptsView(attempts, { header, secret: key, words }));
    };
    const choice = choices[fault.selectedIndex] ?? faultChoices[0];
    const made = { session, createClient, calls, call, input, choice, isOnce: once.checked, onAttempt };
    const outcome = await (elsewhere === undefined ? runCall(made) : runElsewhere(made, elsewhere));
    onAttempt(outcome.attempts);
    output.prepend(resultView(outcome, words));
    output.dataset.outcome = outcome.error ? "error" : "value";
    status.textContent = summaryOf(outcome, words);
    start.disabled = false;
    // Of a call that was started below, what came of it is out of sight.
    if (elsewhere !== undefined) status.scrollIntoView({ block: "nearest" });
  }

  async function startOver() {
    session.reset();
    await prepareSession({ session, createClient, calls });
    fields = fieldsFor();
    inputs.replaceChildren(...fields.elements);
    output.replaceChildren();
    status.textContent = words.resetDone;
  }

  return make(
    "section",
    { class: "run-panel", "aria-labelledby": "run-title" },
    make(
      "div",
      { class: "run-head" },
      make("h2", { id: "run-title", tabindex: -1 }, words.title),
      make("button", { type: "button", class: "run-quiet", click: close }, words.close),
    ),
    make("p", { class: "run-intro" }, words.intro),
    inputs,
    make(
      "div",
      { class: "run-row" },
      make("div", { class: "run-field" }, make("label", { for: fault.id }, words.fault), fault),
      make("label", { class: "run-check" }, once, ` ${words.once}`),
    ),
    keys.element,
    make("div", { class: "run-buttons" }, start, anyway, reset),
    status,
    output,
    program.element,
  );
}

/** The example, with what was created here last in the place of its ids. */
function suggestedInput(call: Call, calls: readonly Call[], session: Session): CallInput {
  const { input } = call.examples[0];
  const groups = groupsOf(call.method);
  const path = Object.entries(input.path).map(([name, id], place) => [name, session.ids(groups[place] ?? "")[0] ?? id]);
  const own = { ...input, path: Object.fromEntries(path) };
  const [newest] = session.ids(groups.at(-1) ?? "");
  const isDelete = call.verb === "DELETE" && input.body !== undefined && newest !== undefined;
  if (!isDelete) return own;
  // What a delete is sent says what to delete.
  const examples = calls.filter(({ verb }) => verb === "POST").flatMap((create) => idsWithin(create, [call]));
  return { ...own, body: examples.reduce((body, { value }) => withId(body, value, newest), input.body) };
}

function storeOfTab(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    // Forbidden by the browser's settings.
    return undefined;
  }
}
