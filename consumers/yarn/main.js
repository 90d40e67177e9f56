import { scenario } from "./scenario.js";

const sandbox = JSON.parse(process.env.SANDBOX);
console.log(JSON.stringify(await scenario(sandbox)));
