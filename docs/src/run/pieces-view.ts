import type { Piece } from "@customer-clients/sandbox/inspect";
import { make } from "./make.ts";

/** How many colours there are to tell neighbouring pieces apart. */
const colours = 4;

/** What stands for a secret. */
const mask = "••••••••";

/** @returns A piece's name, as the one who signs gives it: `body`, `query limit`. */
export function nameOf({ part }: Piece): string {
  return part.join(" ");
}

/**
 * Shows a canonical string as one text, with its pieces told apart.
 *
 * @param secret The name of the part that is shown masked, if one is.
 */
export function piecesView(pieces: readonly Piece[], secret: string | undefined): HTMLElement {
  let index = 0;
  const shown = pieces.map((piece) => {
    const text = masked(piece, secret);
    if (piece.part.length === 0) return make("span", { class: "piece between" }, text);
    const colour = index++ % colours;
    return make("span", { class: `piece piece-${colour}`, title: nameOf(piece) }, text);
  });
  return make("pre", { class: "pieces" }, make("code", {}, ...shown));
}

/** Names the pieces in the order and the colours in which they stand in the text. */
export function piecesLegend(pieces: readonly Piece[]): HTMLElement {
  const named = pieces.filter(({ part }) => part.length > 0);
  const items = named.map((piece, index) =>
    make("li", { class: `piece-${index % colours}` }, make("code", {}, nameOf(piece))),
  );
  return make("ol", { class: "pieces-legend" }, ...items);
}

/** @returns A piece's text, unless it is the secret. */
export function masked({ part, text }: Piece, secret: string | undefined): string {
  return secret !== undefined && part.length === 1 && part[0] === secret ? mask : text;
}
