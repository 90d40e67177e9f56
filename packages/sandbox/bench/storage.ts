// What the storages cost: `node bench/storage.ts throughput`, or `node bench/storage.ts million [customers]`. Prints JSON.
import { million } from "./million.ts";
import { throughput } from "./throughput.ts";

const [what, customers = "1000000"] = process.argv.slice(2);
if (what === "throughput") console.log(JSON.stringify(await throughput()));
else if (what === "million") console.log(JSON.stringify(await million(Number(customers))));
else throw new Error(`expected "throughput" or "million", found ${what}`);
