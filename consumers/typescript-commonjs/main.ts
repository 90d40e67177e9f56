import { type Sandbox, scenario } from "./scenario.js";

const sandbox = JSON.parse(process.env.SANDBOX ?? "") as Sandbox;
void scenario(sandbox).then((calls) => console.log(JSON.stringify(calls)));
