// The build of recheck that is JavaScript alone; the package's main entry starts a worker, a program or Java.
declare module "recheck/lib/browser.js" {
  import type { checkSync } from "recheck";

  const recheck: { readonly checkSync: typeof checkSync };
  export default recheck;
}
