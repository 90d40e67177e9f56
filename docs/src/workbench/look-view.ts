import { fill, make } from "../run/make.ts";
import { masked, nameOf, piecesLegend, piecesView } from "../run/pieces-view.ts";
import { problemText } from "../run/problem-text.ts";
import type { Words } from "../words/words.ts";
import { comparisonView } from "./comparison-view.ts";
import { compare, type Findings, type KnownPiece, type Origin } from "./look.ts";
import { mistakeView } from "./mistake-view.ts";

/** What is shown of findings. */
export interface LookParts {
  readonly findings: Findings;
  /** The header that proves who calls. */
  readonly header: string;
  readonly key: { readonly name: string; readonly text: string };
  /** The key isn't shown within what is signed. */
  readonly isMasked: boolean;
  readonly words: Words["workbench"];
  readonly mistakes: Words["mistakes"];
  readonly run: Words["run"];
}

/** Shows what was found in a request: what is signed part by part, the signature, and what is wrong. */
export function lookView({ findings, header, key, isMasked, words, mistakes, run }: LookParts): HTMLElement[] {
  const { method, target, inspection, unknown, own, pieces } = findings;
  const { violation, operation, mistake } = inspection;
  const secret = isMasked ? key.name : undefined;
  const hidden = isMasked ? key.text : "";
  const isSigned = pieces.length > 0;
  return [
    make(
      "p",
      { class: "operation" },
      make("code", {}, `${method} ${target}`),
      operation === undefined ? ` ${words.noOperation}` : ` ${words.operation}: `,
      operation === undefined ? undefined : make("code", {}, operation),
    ),
    ...(unknown.length > 0 ? [alertOf(fill(words.variables, { names: unknown.join(", ") }))] : []),
    ...(violation ? [alertOf(fill(words.header, { problem: problemText(violation, run) }))] : []),
    verdict(inspection, header, isSigned, words, mistakes),
    ...(mistake && isSigned && mistake.text !== own?.text
      ? [comparisonView(compare(inspection, mistake.text), hidden, words, mistakes)]
      : []),
    ...(own ? [heading(words.own), comparisonView(own, hidden, words, mistakes)] : []),
    ...(isSigned
      ? [
          heading(words.whole),
          piecesView(pieces, secret),
          piecesLegend(pieces),
          heading(words.parts),
          table(pieces, secret, words),
        ]
      : []),
    heading(isSigned ? words.signature : words.due),
    dueView(inspection.due, key.text, isMasked, words),
  ];
}

function verdict(
  { isRight, sent, mistake }: Findings["inspection"],
  header: string,
  isSigned: boolean,
  words: LookParts["words"],
  mistakes: LookParts["mistakes"],
): HTMLElement {
  if (sent === null) return make("p", { class: "verdict" }, fill(words.unsent, { name: header }));
  if (isRight === undefined) return make("p", { class: "verdict" }, words.needsKey);
  if (isRight) return make("p", { class: "verdict right" }, isSigned ? words.right : words.rightHeader);
  if (!mistake || mistake.words === "") {
    return make("p", { class: "verdict wrong" }, isSigned ? words.wrong : words.wrongHeader, " ", words.unknownMistake);
  }
  const sentence = isSigned ? words.wrongBecause : words.wrongHeaderBecause;
  return mistakeView(sentence, mistake.words, { class: "verdict wrong" }, mistakes);
}

function table(pieces: readonly KnownPiece[], secret: string | undefined, words: LookParts["words"]): HTMLElement {
  const head = [words.part, words.text, words.origin].map((text) => make("th", { scope: "col" }, text));
  const rows = pieces.map((piece) =>
    make(
      "tr",
      {},
      make("td", {}, piece.part.length === 0 ? words.between : make("code", {}, nameOf(piece))),
      make("td", {}, make("code", {}, masked(piece, secret))),
      make("td", {}, originText(piece.origin, words)),
    ),
  );
  return make("table", { class: "parts" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

function originText(origin: Origin, words: LookParts["words"]): string {
  switch (origin.kind) {
    case "between":
      return "";
    case "key":
      return words.fromKey;
    case "path":
      return words.fromPath;
    case "query":
      return words.fromQuery;
    case "method":
      return words.fromMethod;
    case "target":
      return words.fromTarget;
    case "header":
      return fill(words.fromHeader, { name: origin.name });
    case "body":
      return fill(words.fromBody, { bytes: origin.bytes });
  }
}

function dueView(due: string | undefined, key: string, isMasked: boolean, words: LookParts["words"]): HTMLElement {
  if (due === undefined) return make("p", {}, key === "" ? words.needsKey : words.onlyCheck);
  const text = isMasked && key !== "" ? due.replaceAll(key, "••••••••") : due;
  return make("pre", { class: "run-block due" }, make("code", {}, text));
}

function alertOf(text: string): HTMLElement {
  return make("p", { class: "run-problem" }, text);
}

function heading(text: string): HTMLElement {
  return make("h3", {}, text);
}
