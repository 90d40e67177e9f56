import { queryOf } from "./query.ts";

/** What is used of Pagefind's own module, which stands in the built site. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly { data(): Promise<Found> }[] } | null>;
}

interface Found {
  readonly url: string;
  readonly meta: { readonly title?: string; readonly about?: string };
  /** HTML, escaped by Pagefind, with the words in `<mark>`. */
  readonly excerpt: string;
}

/** The most results that are listed. */
const MOST = 12;

/** The search: its index is loaded when it is first opened. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const [open, dialog, input] = [
      this.querySelector("button"),
      this.querySelector("dialog"),
      this.querySelector("input"),
    ];
    if (!open || !dialog || !input) return;
    const show = () => {
      dialog.showModal();
      input.select();
      this.#pagefind ??= this.#load();
    };
    open.disabled = false;
    open.addEventListener("click", show);
    input.addEventListener("input", () => this.#search(input.value));
    dialog.addEventListener("keydown", (event) => this.#move(event));
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest("a"))) dialog.close();
    });
    // Enter follows the first result; the form's own answer would be to close.
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      if (event.submitter !== null && document.activeElement === event.submitter) return;
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>("ol a")?.click();
    });
    window.addEventListener("keydown", (event) => {
      const slash = event.key === "/" && !/^(input|textarea|select)$/i.test(document.activeElement?.tagName ?? "");
      if (!(slash || ((event.metaKey || event.ctrlKey) && event.key === "k"))) return;
      event.preventDefault();
      if (!dialog.open) show();
    });
  }

  async #load(): Promise<Pagefind> {
    const base = this.dataset.base ?? "/";
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${base.replace(/\/$/, "")}/pagefind/pagefind.js`);
    await pagefind.options({ baseUrl: base });
    return pagefind;
  }

  async #search(typed: string): Promise<void> {
    const [status, list] = [this.querySelector("p"), this.querySelector("ol")];
    if (!status || !list || !this.#pagefind) return;
    const query = queryOf(typed, document.documentElement.lang);
    const texts: { searching: string; nothing: string } = JSON.parse(this.dataset.texts ?? "{}");
    status.textContent = query === "" ? "" : texts.searching;
    const pagefind = await this.#pagefind;
    const answer = query === "" ? { results: [] } : await pagefind.debouncedSearch(query);
    // A later key has started another search.
    if (!answer) return;
    const found = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
    status.textContent = found.length === 0 && query !== "" ? texts.nothing : "";
    list.replaceChildren(...found.map(itemOf));
  }

  #move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [...this.querySelectorAll<HTMLElement>("input, ol a")];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    event.preventDefault();
    next?.focus();
  }
}

function itemOf({ url, meta, excerpt }: Found): HTMLLIElement {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = url;
  const title = link.appendChild(document.createElement("strong"));
  title.textContent = meta.title ?? url;
  if (meta.about) link.append(` · ${meta.about}`);
  const text = link.appendChild(document.createElement("small"));
  text.innerHTML = excerpt;
  return item;
}

customElements.define("site-search", SiteSearch);
