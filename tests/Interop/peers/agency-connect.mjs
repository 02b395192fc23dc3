// node agency-connect.mjs ADDRESS unary|stream|error|deadline IMAGE: one call with @connectrpc/connect-node over the gRPC protocol,
// schema from the images that buf built of our protos.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFileRegistry, fromBinary, fromJson } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { createClient, ConnectError } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";

const here = dirname(fileURLToPath(import.meta.url));
const [address, call, ...images] = process.argv.slice(2);
const [token, host] = address.split("@");
const options = { timeoutMs: 20000, headers: { authorization: `Bearer ${token}` } };
const registries = images.map((image) => createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(image))));
const service = (name) => registries.map((registry) => registry.getService(name)).find((found) => found);
const message = (name, json) => fromJson(registries.map((registry) => registry.getMessage(name)).find((found) => found), json);
const transport = createGrpcTransport({ baseUrl: `http://${host}` });
const exchange = createClient(service("infosharing.v1.CaseExchange"), transport);
const health = createClient(service("grpc.health.v1.Health"), transport);
const print = (result) => console.log(JSON.stringify(result));

const names = ["", "SERVING"];
const watch = async (timeoutMs, end) => {
  const messages = [];
  const abort = new AbortController();
  try {
    for await (const reply of health.watch({ service: "infosharing.v1.CaseExchange" }, { timeoutMs, signal: abort.signal })) {
      messages.push(names[reply.status]);
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
