import { ownSandbox } from "./own-sandbox";
import { scenario } from "./scenario";

const sandbox = process.env.SANDBOX;
console.log(JSON.stringify(await scenario(sandbox ? JSON.parse(sandbox) : await ownSandbox())));
