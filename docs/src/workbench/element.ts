// The signature workbench of a provider's page.

class SignatureWorkbench extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const status = this.querySelector("[role=status]");
    try {
      const { openWorkbench } = await import("./open-workbench.ts");
      await openWorkbench(this);
    } catch (error) {
      if (status) status.textContent = (this.dataset.failed ?? "").replace("{reason}", (error as Error).message);
    }
  }
}

customElements.define("signature-workbench", SignatureWorkbench);

export {};
