import { scenario } from "./scenario.js";

scenario(JSON.parse(process.env.SANDBOX)).then((calls) => console.log(JSON.stringify(calls)));
