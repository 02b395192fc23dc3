// node agency-connect.mjs ADDRESS unary|stream|error|deadline IMAGE: one call with @connectrpc/connect-node over the gRPC protocol,
// schema from the image that buf built of our protos.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFileRegistry, fromBinary, fromJson } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { createClient, ConnectError } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";

const here = dirname(fileURLToPath(import.meta.url));
const [address, call, image] = process.argv.slice(2);
const [token, host] = address.split("@");
const options = { timeoutMs: 20000, headers: { authorization: `Bearer ${token}` } };
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(image)));
const message = (name, json) => fromJson(registry.getMessage(name), json);
const transport = createGrpcTransport({ baseUrl: `http://${host}` });
const exchange = createClient(registry.getService("infosharing.v1.CaseExchange"), transport);
const print = (result) => console.log(JSON.stringify(result));

const watch = async (timeoutMs, end) => {
  const messages = [];
  const abort = new AbortController();
  try {
    for await (const reply of exchange.watch({}, { ...options, timeoutMs, signal: abort.signal })) {
      messages.push(reply.event);
      if (end) abort.abort();
    }
  } catch (error) {
    print({ code: ConnectError.from(error).code, messages });
  }
};
try {
  switch (call) {
    case "unary": {
      const reply = await exchange.check(message("infosharing.v1.CheckRequest", JSON.parse(readFileSync(join(here, "agency.json")))), options);
      print({ code: 0, rules: reply.report.findings.map((finding) => finding.ruleId) });
      break;
    }
    case "error":
      await exchange.check(message("infosharing.v1.CheckRequest", { transfer: { id: "not an id" } }), options);
      break;
    case "stream":
      await watch(20000, true);
      break;
    case "deadline":
      await watch(1500, false);
      break;
  }
} catch (error) {
  const failure = ConnectError.from(error);
  // Connect has taken the google.rpc.Status of the trailer apart.
  print({ code: failure.code, detailTypes: failure.details.map((detail) => detail.type), detailBytes: failure.details.map((detail) => Buffer.from(detail.value).toString("base64")) });
}
process.exit(0);
