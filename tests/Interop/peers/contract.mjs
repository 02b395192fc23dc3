// The contract as a foreign stack reads it: straight from our protos.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import protoLoader from "@grpc/proto-loader";

const protos = join(dirname(fileURLToPath(import.meta.url)), "../../../protos");

export { grpc };

export const v1 = grpc.loadPackageDefinition(
  protoLoader.loadSync("infosharing/v1/exchange_service.proto", { includeDirs: [protos], keepCase: true, enums: String, longs: Number, defaults: false }),
).infosharing.v1;

// ADDRESS is "TOKEN@127.0.0.1:PORT"; every call carries the token.
export const client = (address) => {
  const [token, authority] = address.split("@");
  const bearer = (options, next) =>
    new grpc.InterceptingCall(next(options), {
      start: (metadata, listener, start) => {
        metadata.set("authorization", `Bearer ${token}`);
        start(metadata, listener);
      },
    });
  return new v1.CaseExchange(authority, grpc.credentials.createInsecure(), { "grpc.max_receive_message_length": 16 << 20, interceptors: [bearer] });
};

// Ends with one line of JSON: what came back, or the status.
export const answer = (error, reply) => {
  const details = error?.metadata?.get("grpc-status-details-bin")?.[0];
  console.log(JSON.stringify(error ? { code: error.code, message: error.details, details: details?.toString("base64") } : { reply }));
};
