// The button of the panel. Everything else is loaded once it is pressed.
class RunOperation extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    button?.addEventListener("click", () => this.#open(button));
  }

  async #open(button: HTMLButtonElement): Promise<void> {
    const { loading = "", failed = "" } = this.dataset;
    const status = this.querySelector("[role=status]");
    const label = button.textContent;
    if (status) status.textContent = "";
    button.disabled = true;
    button.textContent = loading;
    try {
      const { openPanel } = await import("./open-panel.ts");
      await openPanel(this, () => button.focus());
    } catch (error) {
      if (status) status.textContent = failed.replace("{reason}", (error as Error).message);
    } finally {
      button.disabled = false;
      button.textContent = label;
    }
  }
}

customElements.define("run-operation", RunOperation);

export {};
