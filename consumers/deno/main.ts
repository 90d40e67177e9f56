import { ownSandbox } from "./own-sandbox.ts";
import { scenario } from "./scenario.ts";

const sandbox = Deno.env.get("SANDBOX");
console.log(JSON.stringify(await scenario(sandbox ? JSON.parse(sandbox) : await ownSandbox())));
