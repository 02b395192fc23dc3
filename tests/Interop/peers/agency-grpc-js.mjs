// node agency-grpc-js.mjs ADDRESS unary|stream|error|deadline: one call with @grpc/grpc-js, schema from our protos.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { client } from "./contract.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [address, call] = process.argv.slice(2);
const print = (result) => console.log(JSON.stringify(result));
const failed = (error) => print({ code: error.code, details: error.metadata?.get("grpc-status-details-bin")?.[0]?.toString("base64") });
const deadline = (ms) => ({ deadline: Date.now() + ms });

const watch = (ms, end) => {
  const messages = [];
  const stream = client(address).Watch({}, deadline(ms));
  stream.on("data", (message) => {
    messages.push(message.event);
    if (end) stream.cancel();
  });
  stream.on("error", (error) => print({ code: error.code, messages }));
};
switch (call) {
  case "unary":
    client(address).Check(JSON.parse(readFileSync(join(here, "agency.json"))), deadline(20000), (error, reply) =>
      error ? failed(error) : print({ code: 0, rules: reply.report.findings.map((finding) => finding.rule_id) }));
    break;
  case "error":
    client(address).Check({ transfer: { id: "not an id" } }, deadline(20000), (error) => failed(error));
    break;
  case "stream":
    watch(20000, true);
    break;
  case "deadline":
    watch(1500, false);
    break;
}
