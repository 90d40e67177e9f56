import type { Locator, Page } from "playwright-core";

/** The panel of an operation's page, as a reader uses it. */
export interface RunPanel {
  readonly root: Locator;
  /** What the panel says has happened. */
  readonly status: Locator;
  /** Presses the button that runs the call, and waits for what comes of it. */
  run(): Promise<"value" | "error">;
  /** What the client gave, or threw. */
  result(): Promise<string>;
}

/** @param place The address of an operation's page within the site. */
export async function openRunPanel(page: Page, place: string): Promise<RunPanel> {
  await page.goto(place);
  await page.locator("run-operation > .run-open").click();
  const root = page.locator(".run-panel");
  await root.waitFor();
  const output = root.locator(".run-output");
  const status = root.locator("[role=status]");
  return {
    root,
    status,
    async run() {
      await output.evaluate((element) => delete element.dataset.outcome);
      await root.getByRole("button").and(root.locator(".run-open")).click();
      await root.locator(".run-output[data-outcome]").waitFor();
      return (await output.getAttribute("data-outcome")) as "value" | "error";
    },
    result: async () => (await output.locator("details").first().locator("pre").textContent()) ?? "",
  };
}
