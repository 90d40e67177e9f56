import { type Sandbox, scenario } from "./scenario.js";

const sandbox = JSON.parse(process.env.SANDBOX ?? "") as Sandbox;
console.log(JSON.stringify(await scenario(sandbox)));
